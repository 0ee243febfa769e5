//! The words that people write into the cells of their rosters, as data.
//!
//! A word that could mean two things is not guessed at; it is [`Answer::Unclear`] with the reason.

use crate::scenario::read::wording;
use crate::text::Language;

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// This word of the roster.
    Is(&'static str),
    /// That somebody does not work here any more.
    Left,
    /// Two things, for this reason; the catalogues have a sentence for each.
    Unclear(&'static str),
    /// Nothing that is known here.
    Unknown,
}

/// Text as it is compared: no blanks, and ASCII for the wide forms of letters, digits and brackets.
pub(in crate::scenario) fn plain(text: &str) -> String {
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
            "全额拨款",
            "差额拨款",
            "财政全额拨款",
            "全额拨款事业编",
            "全额拨款事业编制",
            "差额拨款事业编",
            "差额拨款事业编制",
            "自收自支",
            "自收自支事业编",
            "自收自支事业编制",
            "参照公务员管理",
            "参公管理",
            "参照公务员法管理",
            "参公人员",
            "机关工勤",
            "机关工勤编",
            "机关工勤编制",
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
    ("on_duty", &["在岗", "在职", "在职在岗", "在编在岗", "正常在岗", "在册在岗", "正常", "是"]),
    ("seconded_out", &["借调在外", "借调", "借出", "外借", "借调出", "被借调", "借调外单位"]),
    ("seconded_in", &["借调来", "借入", "借调入", "借调到本单位", "借调来我单位"]),
    ("away", &["休假在外", "产假", "休产假", "长期病假", "长病假", "脱产学习"]),
];

/// Words for those who do not work here any more.
const LEFT: &[&str] = &[
    "离职",
    "已离职",
    "退休",
    "已退休",
    "离休",
    "离退休",
    "辞职",
    "已辞职",
    "辞退",
    "调出",
    "已调出",
    "调离",
    "已调离",
    "开除",
    "解聘",
    "已解聘",
    "解除合同",
    "合同终止",
    "终止合同",
    "死亡",
    "去世",
    "已去世",
    "病故",
    "已故",
    "不在职",
];

/// Words for those who are away for a time and come back.
const AWAY: &[&str] = &[
    "病休",
    "病假",
    "休病假",
    "哺乳假",
    "请假",
    "休假",
    "学习",
    "进修",
    "挂职",
    "挂职锻炼",
    "驻村",
    "援派",
    "停薪留职",
    "内退",
    "离岗",
    "待岗",
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
            "窗口",
            "窗口人员",
            "窗口工作人员",
            "驾驶员",
            "司机",
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
    (
        "worker",
        &[
            "工勤",
            "工勤技能",
            "工勤岗",
            "工勤岗位",
            "工勤技能岗",
            "工勤技能岗位",
            "工人",
            "工勤人员",
            "机关工勤",
            "驾驶员",
            "司机",
        ],
    ),
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
pub(in crate::scenario) fn vocabulary(key: &str) -> &'static [(&'static str, &'static [&'static str])] {
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

/// The word of a column that a report prints in this way, or that is written with blanks: `section head`.
fn printed(key: &str, text: &str) -> Option<&'static str> {
    let ids: Vec<&'static str> = vocabulary(key).iter().map(|(id, _)| *id).collect();
    let is_said = |id: &&'static str| {
        let said = |language| wording::word_of(id, &ids, language).is_some_and(|word| plain(word) == text);
        id.replace('_', "") == text.to_lowercase() || Language::ALL.into_iter().any(said)
    };
    ids.iter().copied().find(is_said)
}

/// What a word in a column means.
pub(super) fn answer(key: &str, text: &str) -> Answer {
    let text = plain(text);
    let words = vocabulary(key);
    if let Some((id, _)) = words.iter().find(|(id, forms)| *id == text.to_lowercase() || forms.contains(&text.as_str()))
    {
        return Answer::Is(id);
    }
    if let Some(id) = printed(key, &text) {
        return Answer::Is(id);
    }
    match key {
        "status" if LEFT.contains(&text.as_str()) => Answer::Left,
        "status" if AWAY.contains(&text.as_str()) => Answer::Unclear("away"),
        "employment" if matches!(text.as_str(), "见习" | "见习期" | "见习人员" | "见习生") => {
            Answer::Unclear("trainee")
        }
        "employment" if matches!(text.as_str(), "人事代理" | "人事代理人员") => Answer::Unclear("agency"),
        "employment" if matches!(text.as_str(), "聘用" | "聘用制" | "聘任" | "聘用人员") => {
            Answer::Unclear("hired")
        }
        "post_category" if text == "双肩挑" => Answer::Unclear("two-posts"),
        "post_category" if text.contains("窗口") => Answer::Unclear("window"),
        "post_category" => graded_category(&text),
        "duty_rank" => ranked(&text),
        "senior_title" => titled(&text),
        _ => Answer::Unknown,
    }
}

/// `财务科副科长`, `办公室主任`: the head of a named office. Grades of civil servants (`一级科员`, `四级主任科员`, `三级调研员`)
/// lead nobody: 《公务员法》 Art. 19 keeps them beside the posts of leaders.
fn ranked(text: &str) -> Answer {
    let text = in_charge(text);
    let heads = ["室主任", "室副主任", "科长", "股长", "部部长", "科室负责人", "股负责人", "科负责人", "室负责人"];
    let leaders = ["中心主任", "中心副主任", "局局长", "局副局长"];
    let known = vocabulary("duty_rank").iter().find(|(_, forms)| forms.contains(&text));
    if let Some((id, _)) = known {
        Answer::Is(id)
    } else if ["科员", "调研员", "巡视员"].iter().any(|grade| text.ends_with(grade)) {
        Answer::Is("staff")
    } else if leaders.iter().any(|end| text.ends_with(end)) {
        Answer::Is("leader")
    } else if heads.iter().any(|end| text.ends_with(end)) {
        Answer::Is("section_head")
    } else {
        Answer::Unknown
    }
}

/// A title of rank without the remark that its holder is in charge: `副主任(主持工作)`.
fn in_charge(text: &str) -> &str {
    ["(主持工作)", "(主持)", "(主持全面工作)", "(代理)", "(兼)"]
        .iter()
        .find_map(|end| text.strip_suffix(end))
        .unwrap_or(text)
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
    DIRECTORS.contains(&in_charge(&plain(text)))
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
