//! The roster: columns, rows, people.

use super::Edit::{All, Part};
use super::File::People;
use super::Mistake;

/// The roster of the small scenario, with three choices of retirement.
macro_rules! choices {
    ($leader:literal, $senior:literal, $contract:literal) => {
        All(
            People,
            concat!(
                "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home,retirement\n",
                concat!("a1,established,on_duty,leader,male,1970-05,1992-07,management,no,,", $leader, "\n"),
                concat!(
                    "a2,established,on_duty,section_head,female,1980-01,2002-07,professional,yes,check,",
                    $senior,
                    "\n"
                ),
                "a3,established,seconded_out,staff,male,1964-12,1987-07,professional,no,desk,\n",
                concat!("b1,contract,on_duty,staff,male,1995-01,2019-07,contract,no,desk,", $contract, "\n"),
            ),
        )
    };
}

pub(super) static MISTAKES: &[Mistake] = &[
    Mistake { edit: All(People, ""), found: &[("E003", "people.csv:1:1", "文件“people.csv”没有内容。")] },
    Mistake {
        edit: Part(People, "\na3,", "\na@3,"), found: &[("E201", "people.csv:4:1", "编号“a@3”不合规则。")]
    },
    Mistake {
        // Another check character than the standard's, wide digits, in parts: an identity number all the same.
        edit: Part(People, "\na3,", "\n１１０１０５-19491231-0021,"),
        found: &[("E205", "people.csv:4:1", "“id”写的是身份证号码，为保护个人信息不予读入，也不在此处显示。")],
    },
    Mistake {
        edit: Part(People, "\na3,", "\na2,"),
        found: &[("E202", "people.csv:4:1", "编号“a2”重复，3:1 处已用于另一人员。")],
    },
    Mistake {
        edit: Part(People, "no,desk,2025", "no,dask,2025"),
        found: &[("E203", "people.csv:4:10", "没有名称或编号为“dask”的股室。")],
    },
    Mistake {
        edit: Part(People, "check/audit/review", "check"),
        found: &[("E204", "people.csv:3:12", "没有岗位“check”。")],
    },
    Mistake {
        edit: Part(People, "birth,", "birht,"), found: &[("E501", "people.csv:1:6", "名册没有“birht”这一列。")]
    },
    Mistake {
        edit: Part(People, ",post_since", ",since"),
        found: &[("E501", "people.csv:1:13", "名册没有“since”这一列。")],
    },
    Mistake {
        edit: Part(People, "sex,", "birth,"),
        found: &[
            ("E502", "people.csv:1:1", "名册缺少“sex”列。"),
            ("E503", "people.csv:1:6", "名册的“birth”列出现两次。"),
        ],
    },
    Mistake {
        edit: Part(People, "\nb1,contract", "\nb1,,contract"),
        found: &[("E504", "people.csv:5:1", "此行有 14 格，首行有 13 列。")],
    },
    Mistake {
        edit: Part(People, "\nb1,contract,on_duty", "\nb1,contract"),
        found: &[("E504", "people.csv:5:1", "此行有 12 格，首行有 13 列。")],
    },
    Mistake {
        edit: Part(People, "a3,established", "a3,\"established"),
        found: &[("E505", "people.csv:4:2", "引号不成对，或引号位置不对。")],
    },
    Mistake {
        edit: Part(People, "a3,established", "a3,esta\"blished"),
        found: &[("E505", "people.csv:4:2", "引号不成对，或引号位置不对。")],
    },
    Mistake {
        edit: All(People, "id;employment;status\na1;established;on_duty\n"),
        found: &[("E506", "people.csv:1:1", "名册用“;”分隔，应为英文逗号。")],
    },
    Mistake {
        edit: All(People, "root:x:0:0:root\nid,secret\n"),
        found: &[("E524", "people.csv:1:1", "“people.csv”不是名册：首行写有名册列名的不足3列。")],
    },
    Mistake {
        edit: Part(People, "yes,check", "yes,"),
        found: &[("E507", "people.csv:3:1", "“a2”不是单位领导，未写所在股室。")],
    },
    Mistake {
        edit: Part(People, "1990-10", "1990-13"),
        found: &[("E305", "people.csv:4:6", "“birth”为“1990-13”，不是月份。")],
    },
    Mistake { edit: Part(People, "1990-10", ""), found: &[("E107", "people.csv:4:6", "“birth”是空的。")] },
    Mistake {
        edit: Part(People, "1990-10", "1990.10"),
        found: &[("E305", "people.csv:4:6", "“birth”为“1990.10”，不是月份。")],
    },
    Mistake {
        edit: Part(People, "female,1980", "woman,1980"),
        found: &[("E106", "people.csv:3:5", "“sex”不能写“woman”，只能写：male, female。")],
    },
    Mistake {
        edit: Part(People, "b1,contract", "b1,"), found: &[("E107", "people.csv:5:2", "“employment”是空的。")]
    },
    Mistake {
        edit: Part(People, "no,desk,,,\n", "no,desk,2025-01,,\n"),
        found: &[("E508", "people.csv:5:11", "“b1”写为在岗，又写了借调期限。")],
    },
    Mistake {
        edit: Part(People, "2019-07,contract", "2019-07,worker"),
        found: &[("E510", "people.csv:5:8", "“b1”的用工形式与岗位类别不一致。")],
    },
    Mistake {
        edit: Part(People, "2013-07,professional", "2013-07,contract"),
        found: &[("E510", "people.csv:4:8", "“a3”的用工形式与岗位类别不一致。")],
    },
    Mistake {
        edit: Part(People, "1995-01,2019-07", "2024-07,2019-07"),
        found: &[("E511", "people.csv:5:6", "“b1”的出生月份在测算月份之后。")],
    },
    Mistake {
        edit: Part(People, "1995-01,2019-07", "1995-01,2010-12"),
        found: &[("E512", "people.csv:5:7", "“b1”参加工作时不满16周岁。")],
    },
    Mistake {
        edit: Part(People, "2013-07", "2024-07"),
        found: &[("E513", "people.csv:4:7", "“a3”在测算月份之后才参加工作。")],
    },
    Mistake {
        edit: Part(People, "no,desk,,,\n", "no,desk,,,2020-01\n"),
        found: &[("E514", "people.csv:5:13", "“b1”写了任岗起始月份，没有写所任岗位。")],
    },
    Mistake {
        edit: Part(People, "2019-03", "1999-03"),
        found: &[("E515", "people.csv:3:13", "“a2”的任岗起始月份早于参加工作或晚于测算月份。")],
    },
    Mistake {
        edit: Part(People, "2019-03", "2024-07"),
        found: &[("E515", "people.csv:3:13", "“a2”的任岗起始月份早于参加工作或晚于测算月份。")],
    },
    Mistake {
        edit: All(People, "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home\n"),
        found: &[("E110", "people.csv:1:1", "“people”有 0 条，至少应有 1 条。")],
    },
    // Management, born 1970-05: the old age in 2030-05, 64 months after 2025-01, so 17 months later, not beyond.
    Mistake {
        edit: choices!("2031-11", "", ""),
        found: &[(
            "E516",
            "people.csv:2:11",
            "“a1”的退休月份 2031-11 不在可选范围 2030-05 至 2031-10 之内（管理岗位人员不得弹性延迟退休）。",
        )],
    },
    // A woman with a senior title, born 1980-01: 60 in 2040-01, 36 months of delay, and 36 either way.
    Mistake {
        edit: choices!("", "2046-02", ""),
        found: &[("E516", "people.csv:3:11", "“a2” cannot retire in 2046-02, only from 2040-01 to 2046-01.")],
    },
    Mistake {
        edit: choices!("2024-05", "2039-12", "2024-05"),
        found: &[
            (
                "E516",
                "people.csv:2:11",
                "“a1”的退休月份 2024-05 不在可选范围 2030-05 至 2031-10 之内（管理岗位人员不得弹性延迟退休）。",
            ),
            ("E516", "people.csv:3:11", "“a2” cannot retire in 2039-12, only from 2040-01 to 2046-01."),
        ],
    },
    Mistake {
        edit: choices!("pre_reform", "2040-13", "statutory"),
        found: &[
            (
                "E106",
                "people.csv:2:11",
                "“retirement”不能写“pre_reform”，只能写：statutory, earliest, latest, YYYY-MM。",
            ),
            ("E305", "people.csv:3:11", "“retirement”为“2040-13”，不是月份。"),
            ("E518", "people.csv:5:11", "“b1”为合同工，离岗不按法定退休年龄，不能写 statutory、earliest、latest。"),
        ],
    },
    Mistake {
        edit: All(
            People,
            "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home,retirement_reason\n\
             a1,established,on_duty,leader,male,1970-05,1992-07,management,no,,\n\
             a2,established,on_duty,section_head,female,1980-01,2002-07,professional,yes,check,\n\
             a3,established,seconded_out,staff,male,1964-12,1987-07,professional,no,desk,form 7\n\
             b1,contract,on_duty,staff,male,1995-01,2019-07,contract,no,desk,\n",
        ),
        found: &[("E525", "people.csv:4:11", "“a3”写有退休审批依据，没有写审批确定的月份。")],
    },
    Mistake {
        edit: All(
            People,
            "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home,retirement\n\
             a1,established,on_duty,leader,male,1964-12,1987-07,professional,no,,2027-01\n\
             a2,established,on_duty,staff,female,1980-01,2002-07,professional,yes,check,\n\
             a3,established,on_duty,staff,female,1990-10,2013-07,professional,no,desk,latest\n\
             b1,contract,on_duty,staff,male,1995-01,2019-07,contract,no,desk,2026-12\n",
        ),
        found: &[(
            "E516",
            "people.csv:2:11",
            "“a1” cannot retire in 2027-01, only from 2024-12 to 2024-12; who reached the retirement age before 2025 has \
             no choice.",
        )],
    },
    Mistake {
        edit: All(
            People,
            "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home,away_until\n\
             a1,established,on_duty,leader,male,1970-05,1992-07,management,no,,\n\
             a2,established,on_duty,section_head,female,1980-01,2002-07,professional,yes,check,2024-09\n\
             a3,established,seconded_out,staff,male,1964-12,1987-07,professional,no,desk,2024-09\n\
             b1,contract,away,staff,male,1995-01,2019-07,contract,no,desk,Sept\n",
        ),
        found: &[
            ("E526", "people.csv:3:11", "“a2”写了休假期满月份，状态不是休假在外。"),
            ("E526", "people.csv:4:11", "“a3” has a last month away, but the status is another."),
            ("E305", "people.csv:5:11", "“away_until” is “Sept”, which is no month."),
        ],
    },
];
