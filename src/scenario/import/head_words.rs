//! The heads under which people keep their rosters, as data.

use super::words::plain;

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
    (
        "status",
        &[
            "在岗情况",
            "人员状态",
            "在岗状态",
            "状态",
            "在职状态",
            "在职情况",
            "是否在岗",
            "是否在职",
            "员工状态",
            "职工状态",
            "当前状态",
            "工作状态",
            "人员现状",
            "现状",
        ],
    ),
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
    ("kind", &["用工类别", "employment kind", "kind of employment"]),
    ("away_until", &["休假期满", "产假期满", "病假期满", "休假截止时间", "away until"]),
    ("posts", &["现任岗位", "posts held"]),
    ("post_since", &["任现岗位时间", "现岗位起始时间", "任现岗时间", "posts held since"]),
    ("retirement", &["退休选择", "拟退休时间", "退休意愿", "retirement choice"]),
    (
        "retirement_reason",
        &[
            "退休审批依据",
            "审批依据",
            "退休审批",
            "退休批复",
            "批准退休依据",
            "特殊工种退休审批",
            "特殊工种审批",
            "提前退休审批",
            "approval of retirement",
        ],
    ),
    ("remark", &["备注", "备注说明"]),
];

/// Whose record of a birth a column gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Birth {
    /// The personnel file's, which decides.
    Archive,
    /// The identity card's.
    Card,
    /// Not said.
    Unsaid,
}

/// Whose record of a birth a column with this head gives; `None` if it is about something else.
pub(super) fn birth_of(header: &str) -> Option<Birth> {
    let head: String = plain(header).chars().filter(|c| !matches!(c, '(' | ')' | '[' | ']' | '【' | '】')).collect();
    let sources = ["档案", "身份证"];
    let source = sources.iter().position(|source| head.contains(source));
    let kinds = ["记载的", "记载", "认定", "上的", "上", "中的", "中", "的"];
    let bare = sources.iter().chain(&kinds).fold(head, |head, part| head.replace(part, ""));
    (key_of(&bare) == Some("birth")).then_some(match source {
        Some(0) => Birth::Archive,
        Some(_) => Birth::Card,
        None => Birth::Unsaid,
    })
}

/// Whether a column with this head says something only of those who have left.
pub(super) fn is_head_of_leavers(header: &str) -> bool {
    ["离职", "离岗", "调出", "调离", "辞职", "死亡", "去世"].iter().any(|part| header.contains(part))
}

/// Heads of columns that count the rows.
const COUNTERS: &[&str] = &["序号", "序", "#", "行号"];

/// The column of the roster that a head names; `remark` for remarks.
pub(in crate::scenario) fn key_of(header: &str) -> Option<&'static str> {
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
pub(in crate::scenario) fn plain_header(header: &str) -> String {
    let head = header.split(['(', '（', '[', '【']).next().unwrap_or_default();
    let kept = head.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '＊' | ':' | '：'));
    kept.flat_map(char::to_lowercase).collect()
}
