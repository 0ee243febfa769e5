//! The words under which people keep their rosters, as data: heads of columns, and what stands in the cells.
//!
//! A word that could mean two things is not guessed at; it is [`Answer::Unclear`] with the reason.

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// This word of the roster.
    Is(&'static str),
    /// Two things, for this reason; the catalogues have a sentence for each.
    Unclear(&'static str),
    /// Nothing that is known here.
    Unknown,
}

/// Heads of columns by the column of the roster, its own name first and that of the template second.
pub(super) const HEADERS: &[(&str, &[&str])] = &[
    ("id", &["编号", "姓名", "工号", "人员编号", "职工编号", "员工编号", "人员姓名", "name", "no"]),
    (
        "employment",
        &[
            "用工形式",
            "编制类型",
            "用工性质",
            "编制性质",
            "人员性质",
            "人员类别",
            "身份性质",
            "编制情况",
            "用工类型",
            "人员身份",
        ],
    ),
    ("status", &["在岗情况", "人员状态", "在岗状态", "状态", "在职状态", "在职情况", "是否在岗"]),
    ("duty_rank", &["职务", "现任职务", "行政职务", "职务名称", "rank"]),
    ("sex", &["性别", "gender"]),
    ("birth", &["出生年月", "出生日期", "出生时间", "出生年月日", "生日", "born"]),
    (
        "work_since",
        &["参加工作时间", "参加工作年月", "参加工作日期", "工作时间", "参工时间", "首次参加工作时间", "working since"],
    ),
    ("post_category", &["岗位类别", "岗位性质", "岗位类型", "聘用岗位类别", "岗位分类"]),
    (
        "senior_title",
        &[
            "高级职称",
            "职称",
            "专业技术职务",
            "专业技术职称",
            "职称等级",
            "职称级别",
            "专业技术职务等级",
            "专业技术资格",
        ],
    ),
    (
        "home",
        &[
            "所在股室",
            "股室",
            "科室",
            "所在科室",
            "部门",
            "所在部门",
            "所属股室",
            "所属部门",
            "所属科室",
            "内设机构",
            "section",
        ],
    ),
    ("seconded_until", &["借调期满", "借调期限", "借调截止时间", "借调到期时间", "loan ends"]),
    ("posts", &["现任岗位", "posts held"]),
    ("post_since", &["任现岗位时间", "现岗位起始时间", "任现岗时间", "posts held since"]),
    ("retirement", &["退休选择", "拟退休时间", "退休意愿", "retirement choice"]),
    ("remark", &["备注", "备注说明"]),
];

/// Heads of columns that count the rows.
const COUNTERS: &[&str] = &["序号", "序", "#", "行号"];

/// The column of the roster that a head names; `remark` for remarks.
pub(super) fn key_of(header: &str) -> Option<&'static str> {
    let header = plain_header(header);
    let known = |(key, names): &&(&'static str, &[&str])| {
        *key == header || key.replace('_', "") == header || names.iter().any(|name| plain_header(name) == header)
    };
    HEADERS.iter().find(known).map(|(key, _)| *key)
}

/// The heads that a missing column may have, for the remedy.
pub(super) fn headers_of(key: &str) -> String {
    let names = HEADERS.iter().find(|(known, _)| *known == key).map_or(&[][..], |(_, names)| names);
    names.iter().filter(|name| !name.is_ascii()).take(4).copied().collect::<Vec<_>>().join("、")
}

/// Whether a column only counts the rows.
pub(super) fn is_counter(header: &str) -> bool {
    COUNTERS.contains(&plain_header(header).as_str())
}

/// A head without blanks, marks and what stands in brackets behind it: `出生年月\n（如1975-03）` is `出生年月`.
fn plain_header(header: &str) -> String {
    let head = header.split(['(', '（', '[', '【']).next().unwrap_or_default();
    let kept = head.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '＊' | ':' | '：'));
    kept.flat_map(char::to_lowercase).collect()
}

/// Text as it is compared: no blanks, and ASCII for the wide forms of letters, digits and brackets.
pub(super) fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

const SEX: &[(&str, &[&str])] = &[("male", &["男", "男性"]), ("female", &["女", "女性"])];

const EMPLOYMENT: &[(&str, &[&str])] = &[
    (
        "established",
        &[
            "在编",
            "事业编",
            "事业编制",
            "事业在编",
            "在编人员",
            "编内",
            "参公",
            "参公编制",
            "公务员",
            "行政编",
            "行政编制",
            "全额事业编",
            "全额事业",
            "财政全额",
            "差额事业编",
        ],
    ),
    (
        "contract",
        &[
            "合同工",
            "合同",
            "合同制",
            "合同制人员",
            "编外",
            "编外人员",
            "编外聘用",
            "编外合同",
            "劳务派遣",
            "派遣",
            "派遣制",
            "临聘",
            "临聘人员",
            "临时工",
            "公益性岗位",
            "公益岗",
            "外聘",
            "外聘人员",
            "政府购买服务",
        ],
    ),
];

const STATUS: &[(&str, &[&str])] = &[
    ("on_duty", &["在岗", "在职在岗", "在编在岗", "正常在岗", "是"]),
    ("seconded_out", &["借调在外", "借调", "借出", "外借", "借调出", "被借调", "借调外单位"]),
    ("seconded_in", &["借调来", "借入", "借调入", "借调到本单位", "借调来我单位"]),
];

const RANK: &[(&str, &[&str])] = &[
    (
        "leader",
        &[
            "单位领导",
            "领导",
            "中心主任",
            "中心副主任",
            "局长",
            "副局长",
            "党组书记",
            "党组成员",
            "单位负责人",
            "班子成员",
        ],
    ),
    (
        "section_head",
        &[
            "股室负责人",
            "股长",
            "副股长",
            "科长",
            "副科长",
            "室主任",
            "室副主任",
            "部长",
            "副部长",
            "负责人",
            "科室负责人",
            "部门负责人",
            "部门主任",
            "股室长",
        ],
    ),
    (
        "staff",
        &[
            "一般人员",
            "科员",
            "办事员",
            "工作人员",
            "一般工作人员",
            "一般干部",
            "干部",
            "职员",
            "员工",
            "经办员",
            "经办人员",
            "窗口人员",
            "会计",
            "出纳",
            "无",
        ],
    ),
];

/// Words for the head of the unit and for the head of an office alike.
const DIRECTORS: &[&str] = &["主任", "副主任", "书记", "副书记"];

/// What stands in the column of sections for those who lead the unit.
const LEADERSHIP: &[&str] = &["领导班子", "班子", "班子成员", "单位领导", "中心领导", "局领导", "领导"];

const CATEGORY: &[(&str, &[&str])] = &[
    ("management", &["管理", "管理岗", "管理岗位", "管理人员", "管理类"]),
    (
        "professional",
        &["专技", "专业技术", "专技岗", "专业技术岗", "专业技术岗位", "专技岗位", "专业技术人员", "专业技术类"],
    ),
    ("worker", &["工勤", "工勤技能", "工勤岗", "工勤岗位", "工勤技能岗", "工勤技能岗位", "工人", "工勤人员"]),
    ("contract", &["合同", "合同制", "合同工", "编外"]),
];

/// Titles as such; the names of professions are told by their form.
const TITLE: &[(&str, &[&str])] = &[
    (
        "yes",
        &["是", "正高", "正高级", "副高", "副高级", "高级", "高级职称", "有", "研究员", "副研究员", "教授", "副教授"],
    ),
    ("no", &["否", "无", "中级", "初级", "助理级", "员级", "未评", "未评聘", "未定级", "—", "-", "/", "无职称"]),
];

const RETIREMENT: &[(&str, &[&str])] = &[
    ("statutory", &["法定", "到龄", "法定时间"]),
    ("earliest", &["最早", "弹性提前"]),
    ("latest", &["最晚", "弹性延迟"]),
];

/// The words of a column, with the forms that are accepted for each; none for columns without words.
pub(super) fn vocabulary(key: &str) -> &'static [(&'static str, &'static [&'static str])] {
    match key {
        "sex" => SEX,
        "employment" => EMPLOYMENT,
        "status" => STATUS,
        "duty_rank" => RANK,
        "post_category" => CATEGORY,
        "senior_title" => TITLE,
        "retirement" => RETIREMENT,
        _ => &[],
    }
}

/// What a word in a column means.
pub(super) fn answer(key: &str, text: &str) -> Answer {
    let text = plain(text);
    let words = vocabulary(key);
    if let Some((id, _)) = words.iter().find(|(id, forms)| *id == text.to_lowercase() || forms.contains(&text.as_str()))
    {
        return Answer::Is(id);
    }
    match key {
        "employment" if matches!(text.as_str(), "聘用" | "聘用制" | "聘任" | "聘用人员") => {
            Answer::Unclear("hired")
        }
        "post_category" if text == "双肩挑" => Answer::Unclear("two-posts"),
        "post_category" => graded_category(&text),
        "senior_title" => titled(&text),
        _ => Answer::Unknown,
    }
}

/// `管理九级`, `专业技术10级`, `工勤技能三级`: the category with a grade behind it.
fn graded_category(text: &str) -> Answer {
    let is_grade = |rest: &str| {
        let grade = rest.strip_suffix("职员").unwrap_or(rest).strip_suffix('级');
        let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
        grade.is_some_and(|grade| !grade.is_empty() && grade.chars().all(digit))
    };
    let forms = CATEGORY.iter().flat_map(|(id, forms)| forms.iter().map(move |form| (*id, *form)));
    let mut graded = forms.filter(|(_, form)| text.strip_prefix(form).is_some_and(is_grade));
    graded.next().map_or(Answer::Unknown, |(id, _)| Answer::Is(id))
}

/// `高级会计师` is a senior title, `会计师` is one, but not senior; `高级工` and `高级技师` are grades of workers.
fn titled(text: &str) -> Answer {
    let senior = ["高级", "正高级", "主任", "副主任"].iter().any(|start| text.starts_with(start));
    if text.ends_with("技师") || text.ends_with('工') && !text.ends_with("员工") {
        Answer::Is("no")
    } else if text.ends_with('师') || text.ends_with("助理会计师") {
        Answer::Is(if senior { "yes" } else { "no" })
    } else {
        Answer::Unknown
    }
}

/// Whether a title of rank means the head of the unit or of an office.
pub(super) fn is_director(text: &str) -> bool {
    DIRECTORS.contains(&plain(text).as_str())
}

/// Whether the column of sections says that somebody leads the unit.
pub(super) fn is_leadership(text: &str) -> bool {
    LEADERSHIP.contains(&plain(text).as_str())
}

/// What a remark says of somebody's presence; `Unknown` if it speaks of other things.
pub(super) fn remark(text: &str) -> Answer {
    let text = plain(text);
    let known = answer("status", &text);
    let out = ["借调至", "借调到", "借调去", "借调在", "借至", "借出"].iter().any(|start| text.starts_with(start));
    if known != Answer::Unknown {
        known
    } else if out && !text.contains("本单位") && !text.contains("我单位") {
        Answer::Is("seconded_out")
    } else if text.contains(['借', '退', '辞', '离', '病', '产', '调'])
        || text.contains("挂职")
        || text.contains("驻村")
    {
        Answer::Unclear("remark")
    } else {
        Answer::Unknown
    }
}

/// How a row that adds up others begins.
const TOTALS: &[&str] = &["合计", "总计", "小计", "共计", "总人数", "合计人数"];
/// How a note below the table begins.
const NOTES: &[&str] = &[
    "注:",
    "注：",
    "备注:",
    "备注：",
    "说明:",
    "说明：",
    "填表",
    "制表",
    "填报",
    "审核",
    "单位负责人",
    "联系人",
    "联系电话",
];

/// Whether a row that begins with this adds up others.
pub(super) fn is_total(text: &str) -> bool {
    let text = plain(text);
    TOTALS.iter().any(|start| {
        text.strip_prefix(start).is_some_and(|rest| {
            rest.is_empty() || rest.starts_with([':', '(']) || rest.chars().any(|c| c.is_ascii_digit())
        })
    })
}

/// Whether a row that begins with this is a note.
pub(super) fn is_note(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    NOTES.iter().any(|start| text.starts_with(start))
}
