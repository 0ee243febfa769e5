//! Units as text, drawn at random, with everything that people and work can be; most of them can be read.

use std::fmt::Write as _;

/// Numbers that look drawn and are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below `n`.
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    /// True in so many of ten cases.
    fn often(&mut self, of_ten: u64) -> bool {
        self.below(10) < of_ten
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(of.len() as u64)).unwrap();
        of[at]
    }

    /// A number, bare or with what it rests on.
    fn number(&mut self, least: u64, most: u64) -> String {
        let number = least + self.below(most - least + 1);
        self.sourced(&number.to_string())
    }

    fn sourced(&mut self, number: &str) -> String {
        match self.below(4) {
            0 => format!("{{ value = {number}, basis = \"{}\" }}", self.basis()),
            1 => format!("{{ value = {number}, basis = \"{}\", source = \"{}\" }}", self.basis(), self.words()),
            _ => number.to_owned(),
        }
    }

    fn basis(&mut self) -> &'static str {
        self.one(&["document", "law", "measured", "policy", "assumption"])
    }

    /// Words with every mark that could be taken for something else.
    fn words(&mut self) -> &'static str {
        self.one(&[
            "台账",
            "甲、乙；丙",
            "[一] 二",
            "=1+1",
            "2024-01",
            "12",
            "年报，第3页",
            "※ 注",
            "a, b; c",
            "无",
            "是",
        ])
    }

    fn origin(&mut self, out: &mut String) {
        if self.often(4) {
            let _ = writeln!(out, "basis = \"{}\"", self.basis());
            if self.often(5) {
                let _ = writeln!(out, "source = \"{}\"", self.words());
            }
        }
    }
}

/// What a person is called: any text.
fn called(at: u64) -> String {
    if at == 3 { "买买提·艾力（男）".to_owned() } else { format!("p{at}") }
}

/// A scenario and its roster.
pub(crate) fn unit(seed: u64) -> (String, String) {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let d = &mut dice;
    let mut out = format!("format = 1\nname = \"单位{seed}\"\nyear = 2025\n");
    if d.often(5) {
        out.push_str("as_of = \"2025-03\"\n");
    }
    if d.often(2) {
        out.push_str("pack = \"social_insurance\"\n");
    }
    let has_headcount = d.often(3);
    if has_headcount {
        let _ = writeln!(out, "[headcount]\nauthorised = {}\nretirements = 1", d.sourced("8"));
        d.origin(&mut out);
    }
    let sections = 2 + d.below(2);
    let contract = 1 + d.below(3);
    let people = 4 + d.below(4);
    for tier in ["daily", "audit"] {
        let _ = writeln!(out, "[[tier]]\nid = \"{tier}\"\nname = \"优先级{tier}\"");
    }
    for at in 0..sections {
        let duty = ["operations", "audit", "finance"][usize::try_from(at).unwrap()];
        let _ = writeln!(
            out,
            "[[section]]\nid = \"s{at}\"\nname = \"{}{at}\"\nduty = \"{duty}\"",
            d.one(&["股", "大厅/", "科（"])
        );
        if d.often(2) {
            let _ = writeln!(out, "minimum = {}", d.number(1, 2));
        }
    }
    let has_kind = d.often(5);
    if has_kind {
        out.push_str("[[kind]]\nid = \"trainee\"\nname = \"见习\"\nemployment = \"contract\"\nsteps = [\"handle\"]\n");
        out.push_str("duties = [\"operations\", \"audit\"]\n");
    }
    let _ = writeln!(out, "[[driver]]\nid = \"insured\"\nvalue = {}", d.number(100, 9000));
    d.origin(&mut out);
    let matters = 2 + d.below(4);
    for at in 0..matters {
        matter(d, at, sections, &mut out);
    }
    if d.often(4) {
        let _ = writeln!(
            out,
            "[[window]]\nid = \"w\"\nname = \"窗口\"\nsection = \"s0\"\ntier = \"daily\"\npeople = {}",
            d.number(1, 2)
        );
        let _ = writeln!(out, "days = {}\nhours = 6\nwhy = \"{}\"\nunit = \"天\"", d.number(100, 250), d.words());
        if d.often(5) {
            let _ = writeln!(out, "use = {}", d.sourced("0.25"));
        }
    }
    settings(d, has_headcount, &mut out);
    out.push_str("[roster]\nfile = \"roster.csv\"\n");
    d.origin(&mut out);
    for at in 0..people {
        terms(d, at, sections, &mut out);
    }
    changes(d, people, &mut out);
    (out, roster(d, people, contract, sections, has_kind))
}

fn matter(d: &mut Dice, at: u64, sections: u64, out: &mut String) {
    let section = d.below(sections);
    let _ = writeln!(out, "[[matter]]\nid = \"m{at}\"\nname = \"事项{at}\"\nsection = \"s{section}\"\nunit = \"件\"");
    let _ = writeln!(out, "tier = \"{}\"", d.one(&["daily", "audit"]));
    if d.often(5) {
        let _ = writeln!(out, "volume = {}", d.number(1, 500));
    } else {
        let _ = writeln!(out, "driver = \"insured\"\nrate = {}", d.sourced("0.0625"));
    }
    if d.often(3) {
        let _ = writeln!(out, "weight = {}", d.sourced("1.5"));
    }
    match d.below(5) {
        0 => out.push_str("monthly = true\n"),
        1 => out.push_str("months = [3, 11]\n"),
        2 => out.push_str("profile = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12.5]\n"),
        _ => {}
    }
    if at > 0 {
        match d.below(8) {
            0 => drop(writeln!(out, "audits = [\"m0\"]")),
            1 => drop(writeln!(out, "after = [\"m{}\"]", at - 1)),
            2 => drop(writeln!(out, "same_handler = \"m{}\"", at - 1)),
            _ => {}
        }
    }
    if d.often(2) {
        let _ = writeln!(out, "duty = \"{}\"", d.one(&["operations", "finance", "audit"]));
    }
    if d.often(2) {
        let _ = writeln!(out, "deadline_days = 20\nnote = \"{}\"", d.words());
    }
    if d.often(2) {
        let _ = writeln!(out, "outside = {{ share = {}, by = \"市局\" }}", d.sourced("0.25"));
    }
    let hall = if d.often(2) { ", section = \"s0\"" } else { "" };
    let minutes = d.number(5, 90);
    let mut steps = format!("{{ step = \"handle\", minutes = {minutes}, people = {}{hall} }}", 1 + d.below(2));
    let _ = write!(steps, ", {{ step = \"review\", minutes = {} }}", d.number(1, 30));
    match d.below(4) {
        0 => steps.push_str(", { step = \"second_review\", by_system = \"系统比对\" }"),
        1 => drop(write!(steps, ", {{ step = \"second_review\", minutes = {} }}", d.number(1, 9))),
        _ => {}
    }
    if d.often(3) {
        steps.push_str(", { step = \"approve\", minutes = 2 }");
    }
    let _ = writeln!(out, "steps = [{steps}]");
    d.origin(out);
    if d.often(2) {
        let _ = writeln!(
            out,
            "[[matter.parts]]\nid = \"m{at}-large\"\nname = \"大额{at}\"\nshare = {}",
            d.sourced("0.125")
        );
        let _ = writeln!(
            out,
            "steps = [{{ step = \"handle\", minutes = 20 }}, {{ step = \"review\", minutes = {} }}]",
            d.number(1, 9)
        );
    }
}

fn settings(d: &mut Dice, has_headcount: bool, out: &mut String) {
    let _ = writeln!(out, "[rules.separation]\nmode = \"{}\"", d.one(&["post", "case", "off"]));
    d.origin(out);
    if d.often(5) {
        let _ = writeln!(out, "[rules.sections_per_person]\nmost = {}", d.number(1, 3));
    }
    if d.often(3) {
        out.push_str("[rules.kin]\npairs = [[\"p1\", \"p2\"]]\n");
    }
    if d.often(3) {
        out.push_str("[rules.own_audit]\non = false\n");
    }
    if d.often(4) {
        let _ = writeln!(out, "[capacity]\nhours_per_day = {}\noverhead = 0.125", d.sourced("7.5"));
        d.origin(out);
    }
    if d.often(4) {
        let _ = writeln!(out, "[calendar.working_days]\n2025 = {}\n2026 = 249", d.number(240, 250));
    }
    if d.often(3) {
        let _ = writeln!(out, "[recruitment]\nlead_months = {}\nwindows = [7, 12]", d.number(3, 9));
        d.origin(out);
    }
    if d.often(2) {
        let _ = writeln!(out, "[[scale]]\nid = \"more\"\nmatters = [\"m0\", \"m1\"]\nvolume = {}", d.sourced("1.25"));
    }
    if has_headcount {
        let value = if d.often(5) { "headcount.authorised" } else { "编制数" };
        let _ = writeln!(out, "[[conflict]]\nid = \"posts\"\ntopic = \"编制\"\ntarget = \"{value}\"\nused = 2");
        out.push_str("values = [{ value = 9, source = \"甲\" }, { value = 8, source = \"乙\" }]\n");
    }
    if d.often(2) {
        let growth = d.sourced("0.1");
        let _ = writeln!(out, "[uncertainty]\nearly = 0.1\ngrowth = {{ low = -0.05, mode = 0, high = {growth} }}");
        d.origin(out);
    }
    if d.often(2) {
        out.push_str("[benchmark]\nratio = 3000\ndrivers = [\"insured\"]\n");
    }
    if d.often(2) {
        let _ = writeln!(
            out,
            "[[conflict]]\nid = \"c\"\ntopic = \"口径\"\nused = 1\nvalues = [{{ value = 1, source = \"{}\" }}, {{ value = 2.5, basis = \"law\", source = \"乙\" }}]",
            d.words()
        );
    }
}

fn terms(d: &mut Dice, at: u64, sections: u64, out: &mut String) {
    let mut own = String::new();
    match d.below(9) {
        0 => drop(writeln!(
            own,
            "away = {{ from = \"2025-06\", until = \"2025-09\", reason = \"{}\" }}",
            d.one(&["illness", "study"])
        )),
        1 => drop(writeln!(own, "share = {}", d.sourced("0.5"))),
        2 => drop(writeln!(own, "pinned = {{ reason = \"{}\", section = \"s{}\" }}", d.words(), d.below(sections))),
        3 => drop(writeln!(own, "not_at = [{{ reason = \"健康\", section = \"s{}\" }}]", d.below(sections))),
        4 => drop(writeln!(
            own,
            "rights = {{ steps = [\"handle\", \"review\"], duties = [\"operations\", \"audit\"], reason = \"{}\" }}",
            d.words()
        )),
        5 => drop(writeln!(own, "learning = {{ until = \"2025-12\", share = {} }}", d.sourced("0.75"))),
        6 => drop(writeln!(
            own,
            "split = [{{ section = \"s0\", share = {} }}, {{ section = \"s1\", share = 0.25 }}]",
            d.sourced("0.5")
        )),
        _ => return,
    }
    let _ = writeln!(out, "[[person]]\nid = \"{}\"\n{}", called(at), own.trim_end());
    d.origin(out);
}

fn changes(d: &mut Dice, people: u64, out: &mut String) {
    if d.often(4) {
        let _ = writeln!(
            out,
            "[[hire]]\nid = \"new\"\nmonth = \"2025-07\"\ncount = {}\nemployment = \"established\"\nsection = \"s0\"",
            d.number(1, 3)
        );
        if d.often(4) {
            let _ = writeln!(out, "learning = {{ months = {}, share = 0.5 }}", d.number(1, 6));
        }
        d.origin(out);
    }
    if d.often(3) {
        out.push_str("[[hire]]\nid = \"next\"\nemployment = \"established\"\nreplaces = \"p1\"\nhandover_months = 2\n");
    }
    if d.often(3) {
        let person = called(people - 1);
        let _ = writeln!(out, "[[leave]]\nperson = \"{person}\"\nmonth = \"2025-10\"\nnote = \"{}\"", d.words());
    }
    if d.often(3) {
        out.push_str("[[transfer]]\nperson = \"p2\"\nto = \"s1\"\nmonth = \"2025-11\"\n");
    }
}

fn roster(d: &mut Dice, people: u64, contract: u64, sections: u64, has_kind: bool) -> String {
    let mut out =
        "id,employment,status,duty_rank,sex,birth,work_since,post_category,senior_title,home,kind\n".to_owned();
    for at in 0..people {
        let (is_leader, is_contract) = (at == 0, at + contract >= people && at > 2);
        let employment = if is_contract { "contract" } else { "established" };
        let rank = if is_leader { "leader" } else { d.one(&["staff", "staff", "section_head"]) };
        let home = if is_leader { String::new() } else { format!("s{}", d.below(sections)) };
        let category = if is_contract { "contract" } else { d.one(&["management", "professional", "worker"]) };
        let kind = if is_contract && has_kind && d.often(4) { "trainee" } else { "" };
        let (sex, birth) = (d.one(&["male", "female"]), 1968 + d.below(30));
        let (name, status) = (called(at), if at == 2 && d.often(2) { "seconded_out" } else { "on_duty" });
        let _ = writeln!(
            out,
            "{name},{employment},{status},{rank},{sex},{birth}-0{},{}-07,{category},no,{home},{kind}",
            1 + d.below(9),
            birth + 20
        );
    }
    out
}
