use crate::report_fixture::{assessment, unit};
use shuanggang::report::plan_view::{self, Detail};
use shuanggang::report::terminal::{self, Screen};
use shuanggang::report::{check_view, markdown};
use shuanggang::text::{Language, Text};

#[test]
#[ignore]
fn show() {
    let unit = unit();
    let assessment = assessment(&unit);
    for language in Language::ALL {
        let text = Text::new(language);
        for width in [80, 120] {
            let document = plan_view::document(&unit, &assessment, &text, Detail::Folded);
            println!(
                "@@@@ {} {width}\n{}",
                language.id(),
                terminal::render(&document, Screen { width, colour: false })
            );
        }
        let document = plan_view::document(&unit, &assessment, &text, Detail::Full);
        println!("{}", markdown::render(&document));
        let document = check_view::document(&unit, &Default::default(), Some(&[]), &text);
        println!("{}", terminal::render(&document, Screen { width: 80, colour: false }));
    }
}
