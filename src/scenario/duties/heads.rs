//! Under which heads offices keep their tables of duties, and with which words, as data.

use crate::model::Step;
use crate::scenario::import::head_words::plain_header;
use crate::scenario::import::words::plain;
use crate::word::words;

words! {
    /// A column of the table.
    pub(super) enum Key {
        /// Who holds the right.
        Person = "person",
        /// A section: the person's, or that of the post where no matter is named.
        Section = "section",
        /// The step or the post.
        Post = "post",
        /// The matter.
        Matter = "matter",
        /// Since when.
        Since = "since",
        /// When it was taken back.
        Until = "until",
        /// When it was last used.
        Used = "used",
        /// Those who signed, in one cell.
        Signed = "signed",
        /// The section asked for it.
        Requested = "requested",
        /// Internal control looked at it.
        Audited = "audited",
        /// The head of the unit approved it.
        Approved = "approved",
        /// The system was set.
        Granted = "granted",
    }
}

/// The heads of each column, Chinese first.
pub(super) const HEADS: &[(Key, &[&str])] = &[
    (
        Key::Person,
        &[
            "姓名",
            "人员",
            "人员姓名",
            "职工姓名",
            "员工姓名",
            "用户姓名",
            "持有人",
            "使用人",
            "操作员",
            "操作人员",
            "任岗人员",
            "用户",
            "person",
            "name",
        ],
    ),
    (
        Key::Section,
        &[
            "股室",
            "科室",
            "部门",
            "所在股室",
            "所在科室",
            "所在部门",
            "所属股室",
            "所属科室",
            "所属部门",
            "股室名称",
            "科室名称",
            "部门名称",
            "内设机构",
            "section",
        ],
    ),
    (
        Key::Post,
        &[
            "岗位",
            "环节",
            "岗位名称",
            "岗位或环节",
            "岗位环节",
            "业务岗位",
            "业务环节",
            "操作环节",
            "步骤",
            "权限",
            "操作权限",
            "岗位权限",
            "角色",
            "post",
            "step",
            "role",
        ],
    ),
    (
        Key::Matter,
        &["事项", "业务事项", "事项名称", "经办事项", "业务", "业务名称", "业务内容", "经办业务", "业务范围", "matter"],
    ),
    (
        Key::Since,
        &[
            "起始时间",
            "授权时间",
            "赋权时间",
            "开通时间",
            "任岗时间",
            "任现岗位时间",
            "任现岗时间",
            "启用时间",
            "授权日期",
            "开通日期",
            "任岗日期",
            "上岗时间",
            "任职时间",
            "since",
        ],
    ),
    (
        Key::Until,
        &[
            "收回时间",
            "注销时间",
            "停用时间",
            "终止时间",
            "截止时间",
            "收回日期",
            "注销日期",
            "停用日期",
            "until",
            "withdrawn",
        ],
    ),
    (
        Key::Used,
        &[
            "最近使用",
            "最近使用时间",
            "最后使用时间",
            "最近登录",
            "最近登录时间",
            "最近登录日期",
            "最后登录时间",
            "最后登录日期",
            "last used",
        ],
    ),
    (Key::Signed, &["授权人", "审批签字", "签字", "签字人", "授权审批", "赋权审批", "granted by", "signed by"]),
    (Key::Requested, &["业务部门申请", "申请部门", "申请人", "股室申请", "requested by"]),
    (Key::Audited, &["内控部门审核", "内控审核", "稽核内控审核", "审核人", "audited by"]),
    (Key::Approved, &["单位领导核准", "领导核准", "核准人", "批准人", "approved by"]),
    (Key::Granted, &["信息系统赋予权限", "信息系统赋予", "系统赋权", "赋权人", "系统设置人", "set in system by"]),
];

/// The column that a head names.
pub(super) fn key_of(head: &str) -> Option<Key> {
    let head = plain_header(head);
    let is = |names: &&(Key, &[&str])| names.0.id() == head || names.1.iter().any(|name| plain_header(name) == head);
    HEADS.iter().find(is).map(|(key, _)| *key)
}

/// The first heads of a column, for a remedy.
pub(super) fn heads_of(key: Key) -> String {
    let names = HEADS.iter().find(|(known, _)| *known == key).map_or(&[][..], |(_, names)| names);
    names.iter().take(4).copied().collect::<Vec<_>>().join("、")
}

/// What the steps are called; what stands first and is met counts, so that a second review is no review.
const STEPS: &[(Step, &[&str])] = &[
    (Step::SecondReview, &["复审", "二审", "second_review", "secondreview"]),
    (Step::Handle, &["经办", "初审", "受理", "录入", "办理", "制单", "出纳", "handle", "handling"]),
    (Step::Review, &["复核", "审核", "复查", "review"]),
    (Step::Approve, &["审批", "核准", "批准", "审定", "签批", "approv"]),
];

/// The words that a step is asked for by, for a remedy.
pub(super) const STEP_WORDS: &str = "经办、复核、复审、审批";

/// The one step that a text names; none where it names two or none.
pub(super) fn step_of(text: &str) -> Option<Step> {
    let mut text = plain(text).to_lowercase();
    let mut named = Vec::new();
    for (step, words) in STEPS {
        if words.iter().any(|word| text.contains(word)) {
            named.push(*step);
            words.iter().for_each(|word| text = text.replace(word, ""));
        }
    }
    if let [step] = named[..] { Some(step) } else { None }
}

/// Words for all matters of a section.
pub(super) fn is_all(text: &str) -> bool {
    matches!(plain(text).to_lowercase().as_str(), "全部" | "所有" | "全部事项" | "所有事项" | "本股室全部事项" | "all")
}

/// Words for a right that is still held.
pub(super) fn is_open_end(text: &str) -> bool {
    matches!(plain(text).to_lowercase().as_str(), "长期" | "至今" | "有效" | "无" | "—" | "-" | "none")
}

/// Words for a right that nobody ever used.
pub(super) fn is_never(text: &str) -> bool {
    matches!(plain(text).to_lowercase().as_str(), "从未" | "从未使用" | "未使用" | "无" | "—" | "-" | "never")
}
