//! What a clerk installs: the package goes into a clean Debian, the board starts there, and nothing stays when it goes.

use std::path::Path;
use std::process::Command;

/// With the program of the tests, so that it is built but once; a release packs its own (docs/install.md).
#[test]
#[ignore = "needs mmdebstrap and dpkg-shlibdeps"]
fn the_package_is_installed_started_and_removed_in_a_clean_debian() {
    let run = |script: &str, arguments: &[&str]| {
        let mut command = Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(script));
        let done = command.args(arguments).output().unwrap();
        let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        assert!(done.status.success(), "{script}: {said}");
        said
    };
    let built = run(".ci/package/build", &[env!("CARGO_BIN_EXE_shuanggang")]);
    assert!(built.contains(".deb") && built.contains(".tar.gz"), "{built}");
    let tried = run(".ci/package/try", &[]);
    for expected in ["2 of 5 matters stalled", "Installed, started, and removed without a trace.", "The board of /tmp/"]
    {
        assert!(tried.contains(expected), "{expected}: {tried}");
    }
}
