# The command line: commands, options, usage errors and notices.

heading-usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-common = Common options

command-shuanggang = Staffing and dual-review capacity planner for small public agencies
usage-shuanggang = shuanggang <COMMAND> [OPTIONS]
after-shuanggang =
    Exit codes: 0 done; 1 the answer is no (a check found breaches);
    2 bad input or usage; 3 solver or internal failure, or output not written;
    4 the search was not finished.
    When the time is up, or on Ctrl-C, plan and explain tell the best so far, with
    what is not proven marked as unknown; other studies tell no result. A second
    Ctrl-C ends the program at once.
command-plan = Plan who holds which post, which work stalls, and why
usage-plan = shuanggang plan [OPTIONS] [SCENARIO]
after-plan =
    Tiers are served in their order; a separate checker judges every plan, and one
    that fails is not shown. Data goes to stdout, everything else to stderr.
command-explain = Explain why work stalls, what would help, and what that costs
usage-explain = shuanggang explain [OPTIONS] [SCENARIO] [MATTER]
after-explain =
    MATTER is an id or a name; without it every stalled or slowed matter is
    explained. A single argument that is no file names a matter of the baseline.
command-project = Project the years ahead: which matter stalls in which month
usage-project = shuanggang project [OPTIONS] [SCENARIO]
after-project =
    Choices in the roster come before the policy. With --draws the report adds
    ranges and the chance that a matter stalls.
command-tradeoff = Trade off: which daily work stops if audits must happen
usage-tradeoff = shuanggang tradeoff [OPTIONS] [SCENARIO]
after-tradeoff =
    Without --audit: each matter of the last tier below full service, then all of
    them together. Exit code 1 if a tier named with --protect cannot be kept.
command-absence = What stalls while any one, two, three people are away
usage-absence = shuanggang absence [OPTIONS] [SCENARIO]
after-absence =
    With the posts as held, and with posts given anew; and the backups that could
    be appointed. No reason of anybody's leave is printed.
argument-away = Most people away at once: 1 (default), 2 or 3
value-away = PEOPLE
command-calendar = A year’s annual leave by weeks that leaves work its people
usage-calendar = shuanggang calendar [OPTIONS] [SCENARIO]
after-calendar =
    Wishes and weeks without leave: [[vacation]] and no_leave of the scenario, or
    the same sheets of a workbook. Days off work fall in whole weeks, Monday to
    Friday. --output leave.ics writes the dates for calendar programs.
command-sensitivity = Which assumptions and rules the verdict depends on
usage-sensitivity = shuanggang sensitivity [OPTIONS] [SCENARIO]
after-sensitivity =
    Tries every number that rests on an assumption or a policy, every rule and
    every conflict of the sources; what is nearest to another verdict comes first.
command-compare = Compare scenarios: people, service, what stalls, side by side
usage-compare = shuanggang compare [OPTIONS] [SCENARIO]...
after-compare =
    A scenario is a file, a folder or a name of the library, with changes behind
    it in one pair of quotes: 'baseline +hire established=2'. Changes alone, as
    '+rule separation=case', are laid over the first scenario. One scenario alone
    is compared with all that extend it; none: the embedded Hongjiang baseline.
    One that fails does not lose the others; exit code 2 if it was bad input.
command-board = Move people, rules and months in a browser and see what follows
usage-board = shuanggang board [OPTIONS] [SCENARIO|FOLDER]
after-board =
    A folder stands for the one unit that lies in it, a workbook or a scenario.
    Serves one page on 127.0.0.1 of this computer; the address with its one-time
    token goes to stdout. Nothing is written to disk. Ctrl-C ends it. See
    docs/board.md.
argument-port = Port (default: any that is free)
value-port = PORT
argument-no_open = Only print the address, open no browser
argument-idle = Minutes without a question until it ends (60)
value-idle = MINUTES
command-check = Check a scenario: conflicts, sources, duty table of today
command-request = Draft the letter that asks for staff, its report and a checklist
usage-request = shuanggang request [OPTIONS] [SCENARIO]
after-request =
    In the form of GB/T 9704-2012: --output request.docx writes request.docx,
    request-feasibility-report.docx and request-checklist.docx, all or none; a
    folder gets them by the usual names. Without a file: Markdown. What only the
    unit can know is left blank and listed in the checklist. Where sources
    disagree on the authorised posts no final letter is written; exit code 1.
command-need = How many people the work takes: by hours, by rule, by both
usage-need =
    shuanggang need [OPTIONS] [SCENARIO]
           shuanggang need --wisn <FILE> [OPTIONS]
after-need =
    Fewest numbers are confirmed by a checked plan; what the time limit left
    unproven is said to be. The benchmark is shown whether it helps or not.
usage-check = shuanggang check [OPTIONS] [SCENARIO]
after-check = Exit code 1 if the roster has a duty table and it breaks the rules.
command-duties = Check the table of duties and rights that people hold today
usage-duties = shuanggang duties [OPTIONS] <LEDGER> [SCENARIO]
after-duties =
    Nothing is solved but rotation. The table is .xlsx, .xls or .csv (UTF-8 or
    GB18030); its heads are in docs/duties.md. Exit code 1 if anything is found.
argument-from_duties = Start from a table of duties (.xlsx, .xls, .csv):
    moves count from where it has people; rights to
    grant and take back are listed to be signed
    .verify = The table of duties that the plan started from
value-from_duties = LEDGER
argument-rotation = Also look so many years ahead (1 to 20): who
    must leave a high-risk post, and who rotates
value-rotation = YEARS
argument-ledger = Table of duties and rights
value-ledger = LEDGER
command-verify = Verify a saved plan: its rules, and every figure in it
usage-verify = shuanggang verify [OPTIONS] <SCENARIO> <PLAN>
after-verify =
    Every figure and word is worked out again from who does what and from the
    scenario. Exit code 0 if all is right, 1 if not, 2 if it cannot be read.

command-show = Print a scenario as one file, and who set each value
usage-show = shuanggang show [OPTIONS] [SCENARIO]
after-show =
    The table form is TOML and can be used as a scenario beside the same roster;
    csv, json and markdown list path, value, file and line.
command-diff = Where two scenarios differ, and which file says so
usage-diff = shuanggang diff [OPTIONS] <FIRST> <SECOND>
after-diff = Defaults and rosters are compared too.
command-hire = Hire: the smallest and cheapest hiring plan that meets targets
usage-hire = shuanggang hire [OPTIONS] [SCENARIO]
after-hire =
    Every plan is projected and checked before it is shown. Exit code 1 if the
    targets cannot be reached; then the nearest that can be is named.
command-retire = When people retire: the statutory month and window, with the law
usage-retire =
    shuanggang retire --born <MONTH> --sex <SEX> --category <CATEGORY>
           shuanggang retire --roster <FILE>
after-retire = Csv holds the window of the person, or the roster.

command-init = Start a unit: a workbook, or a scenario with roster and form
usage-init = shuanggang init [OPTIONS] <DIR-OR-WORKBOOK>
after-init =
    A name that ends in .xlsx gives a workbook to fill in, a folder a scenario,
    roster and form. It can be planned at once. Existing files are replaced with
    --force only.
command-convert = Convert a workbook into a scenario and roster, or back
usage-convert = shuanggang convert [OPTIONS] <FROM> <TO>
after-convert =
    Between .xlsx and .toml with its roster .csv; nothing is lost. What extends
    other files becomes one.
argument-from = What to convert: workbook, scenario or its name
    .init = Begin with the list of staff of the office
value-from = FROM
argument-to = New file, .xlsx or .toml
value-to = TO
command-anonymise = Copy a roster or scenario with codes for names
usage-anonymise = shuanggang anonymise [OPTIONS] <FILE> <DIR>
after-anonymise =
    Established staff become 编01, 编02 ..., contract staff 合01 ..., in the roster
    and wherever people are named. The key is written with --key only.
command-examples = Examples in the program: list them, or take one out
usage-examples = shuanggang examples [list | extract]
after-examples = What is taken out can be planned and changed.
command-list = List the examples
usage-list = shuanggang examples list [OPTIONS]
after-list = The names are for extract.
command-extract = Write an example into a folder
usage-extract = shuanggang examples extract [OPTIONS] <NAME> [DIR]
after-extract = The folder is called like the example unless named.
command-schema = Print the JSON Schema of scenarios or of an output
usage-schema = shuanggang schema [OPTIONS]
after-schema =
    JSON Schema 2020-12. With #:schema PATH as the first line of a scenario,
    editors complete and check; what counts is shuanggang check.
    With --of the schema of what a command prints as JSON (docs/json.md).
argument-of = Output: plan, changed, explain, project, tradeoff,
    absence, calendar, sensitivity, need, wisn, hire,
    compare, check, duties, verify, retire, retire-roster,
    show, diff, import or files
value-of = OUTPUT
command-completions = Print a script that completes commands in a shell
usage-completions = shuanggang completions [OPTIONS] <bash|zsh|fish|powershell|elvish>
after-completions = docs/cli-habits.md says where to put it.
command-man = Print manual pages (roff)
usage-man = shuanggang man [OPTIONS] [DIR]
after-man = Without a folder the main page; with one a page for each command.
command-help = Print the help of a command
usage-help = shuanggang help [COMMAND]
after-help = Without a command that of the program; the same as --help.
argument-command = Command
value-command = COMMAND
command-import = Import a roster from an Excel or CSV table of people
usage-import = shuanggang import [OPTIONS] <FILE>
after-import =
    Shows how each column was read; --output roster.csv writes the roster. One
    doubt and nothing is written: each is told with its cell, cause and remedy.
    Identity-card numbers are never needed and never read. Rows of those who have
    left (离职, 退休 as status) are left out and listed; without such a column
    delete them first.

argument-scenario = Scenario (.toml) or workbook (.xlsx; one of its
    what-ifs: unit.xlsx#name); - for standard
    input [default: the embedded Hongjiang baseline]
    .verify = Scenario file (.toml)
value-scenario = SCENARIO
argument-scenarios = Scenarios to compare, the first the measure of the
    others [default: the embedded Hongjiang baseline]
    .manifest = Beside each unit as it is: own (all that extend
        it, or stand in its workbook), or changes as
        '+hire established=1'; may be given more than once
value-scenarios = SCENARIO
argument-left = First scenario
value-left = FIRST
argument-right = Second scenario
value-right = SECOND
argument-set = Change one value; may be repeated, as may the next
    four: matter.transfers.volume=900
value-set = PATH=VALUE
argument-rule = Set a rule, by id or name: separation=case,
    duty_groups=off
value-rule = RULE=SETTING
argument-hire = Hire: established, contract=2,
    established=2@2025-07:audit
value-hire = EMPLOYMENT
argument-recall = Recall from loan: 编16, 编16@2025-01
value-recall = PERSON
argument-leave = Leaves for good: 编07, 编07@2025-01 (first month
    away)
value-leave = PERSON
argument-matter = Matter to explain, by id or name
value-matter = MATTER
argument-plan = Plan that `plan` saved as json
value-plan = PLAN
argument-lang = Language: zh, en [default: SHUANGGANG_LANG, else the
    locale]
value-lang = LANG
argument-format = Format: table (default), json, csv, markdown (md),
    xlsx, html; a request: docx or markdown; a calendar
    also ics
value-format = FORMAT
argument-heads = Of csv: keys (default), heads and ids that are the
    same in every language, or text, what people read
value-heads = HEADS
argument-output = Write to a file, whole or not at all; the ending says
    which: .txt .json .csv .md .xlsx .html .docx .ics
value-output = FILE
argument-force = Replace an existing file
argument-color = Colour: auto (default), always, never
value-color = WHEN
argument-quiet = Nothing but errors on stderr
argument-help = Show help
argument-version = Show the version
argument-time_limit = Time for the whole command; 60 for one plan,
    600 for studies, pages and workbooks if not given
    .run = Time for each task; 60 for plan, 600 for the
        others if not given
value-time_limit = SECONDS
argument-gap = Relative gap that counts as proven, 0 or more and
    less than 1 [default: 0.000001]
value-gap = GAP
argument-solver = Solver: highs (default), microlp
value-solver = SOLVER
argument-export_model = Write the model of each stage as MPS into a folder
value-export_model = DIR
argument-table =
    .plan = Table for csv: matters (default), shortfalls,
        tiers, sections, posts, people, spare, rules,
        conflicts, inputs, stages; by month also months,
        slips, backlog; with alternatives also
        alternatives, moves; from duties also rights
    .project = Table for csv: timeline (default), changes,
        stalls, years, reform, policies; with draws also
        forecast, risks
    .explain = Table for csv: repairs (default), shortfalls,
        conflict, pairs, in_vain
    .verify = Table for csv: violations, differences (default:
        the first that says anything)
    .tradeoff = Table for csv: frontier (default), losses
    .absence = Table for csv: people (default), absences,
        matters, survived, posts, backups
    .calendar = Table for csv: leave (default), weeks, gaps,
        appointments
    .sensitivity = Table for csv: margins (default), together, rules,
        conflicts
    .need = Table for csv: readings (default), wisn,
        sections, posts, benchmark; with --wisn groups
        (default), stated
    .compare = Table for csv: measures (default), differences,
        statuses
    .check = Table for csv: inputs (default), headcounts,
        conflicts, assumptions, duty_table
    .duties = Table for csv: faults (default), kinds; with
        rotation also due, turns
    .import = Table for csv: roster (default), columns, dropped
    .hire = Csv table: plans, hires (default), costs, targets,
        timeline, needs, alternatives, pay
    .status = Csv table: commands (default), holes
    .merge = Csv table: units (default), tiers, stalls,
        places, scenarios, unread
    .allocate = Csv table: units (default), ways
value-table = NAME
argument-wisn = Work out a WISN study (.toml) instead; exit code 1
    if a stated result does not follow
value-wisn = FILE
argument-only_changes = Only what the changes typed here do
argument-month = Plan the staff of a later month, such as 2027-06
value-month = MONTH
argument-year = Plan the staff of the December of a year
value-year = YEAR
argument-cases = One answer: so many cases of --audit, what stops?
value-cases = COUNT
argument-full = Also list matters in full service, and what
    each rule says
    .compare = Also draw how many matters are served
    .explain = Also list every condition and what was tried
        in vain
    .status = List every task without a result
    .merge = List every unit
    .allocate = List every unit
argument-with = Studies that a page or a workbook carries too,
    with commas between: project, the years ahead;
    tradeoff, audits against daily work (both the
    default, up to 64 people);
    compare, the scenarios that extend this one;
    explain, why work stalls and what would help;
    absence, what stalls without any one person; all;
    none; by name only: calendar, a year's leave, and
    levers, slow: the people and months that a page
    answers, for other rules too
value-with = STUDIES
argument-months = Also by month: load, what slips, year-end backlog
argument-alternatives = Also up to so many other plans (1 to 20) with the
    same service, in which other people move
value-alternatives = COUNT
argument-within = Share of the people on duty, 0 to 1, who may
    move beyond the fewest, at least one [default: 0]
value-within = SHARE
argument-target = Service asked of tiers: TIER=full or TIER=60%,
    with commas; 0% asks nothing [default: all full]
value-target = TARGETS
argument-cover = Holders that each post needs, 1 to 20 [default:
    as the scenario has it]
value-cover = HOLDERS
argument-lead_months = Months from the decision to the first day,
    instead of those of the scenario
value-lead_months = N
argument-learning_months = Months in which newcomers are new to the
    work, instead of those of the scenario
value-learning_months = N
argument-learning_share = Share of their hours of use until then, such
    as 0.5
value-learning_share = N
argument-budget = Most that newcomers may cost in a calendar
    year, in ten thousands of yuan
value-budget = MONEY
argument-years = Years ahead, 1 to 40 [default: 5]
    .manifest = Years ahead of project and hire, 1 to 40
        {"["}default: 5]
value-years = YEARS
argument-as_if = Where sources disagree on the authorised posts:
    a draft by one of them, marked on every page
value-as_if = POSTS
argument-part = One document: letter, report or checklist; else
    --output writes all three, stdout the letter
value-part = PART
argument-policy = When people retire: statutory (default), earliest,
    latest, pre_reform
value-policy = POLICY
argument-draws = Futures to draw, 1 to 100000
value-draws = DRAWS
argument-seed = Start of the drawing [default: 1]
value-seed = SEED
argument-audit = Matter that must be done, by id or name; may be
    repeated
value-audit = MATTER
argument-protect = Tier that, with those above it, must not give way
    (id or name; default: the first)
value-protect = TIER
argument-range = Divide and multiply volumes, rates and minutes by
    up to this, above 1, at most 10 [default: 2]
value-range = FACTOR
argument-born = Birth month, such as 1971-04
value-born = MONTH
argument-sex = Sex: male, female
value-sex = SEX
argument-category = Post category: management, professional, worker,
    contract
value-category = CATEGORY
argument-senior_title = Holds a senior title; professional posts only
argument-roster = Roster (.csv), for everyone on it
value-roster = FILE

argument-dir = Folder to write into
    .init = Folder to write into, or the workbook (.xlsx)
    .extract = Folder to write into [default: the name]
    .man = Folder to write into
value-dir = DIR
argument-key = Also write who has which code
value-key = FILE
argument-name = Name of the example
value-name = NAME
argument-shell = bash, zsh, fish, powershell, elvish
value-shell = SHELL
argument-file = Table of people (.xlsx, .xls, .csv)
    .anonymise = Scenario (.toml), or table of people (as for
        import)
value-file = FILE
argument-mark = The same workbook, each finding a coloured
    cell with a comment
value-mark = FILE.xlsx
argument-sections = Scenario (.toml) whose sections must fit
value-sections = SCENARIO
argument-sheet = Sheet; repeat it to read several as one list
    {"["}default: the only one like a roster]
value-sheet = NAME
argument-drop_extra = Leave out columns that are not needed; do not
    refuse them
argument-basis = What the list rests on, with --source: document,
    law, measured, policy or assumption
value-basis = BASIS
argument-source = Where the list comes from: title and date
value-source = TEXT

error = error: { $message }
see-help = See --help.
usage-value-missing = { $argument } needs a value
usage-value-unknown = { $argument } cannot be “{ $value }”; it can be: { $values }
usage-value-unfit = { $argument } cannot be “{ $value }”; expected { $expected }
usage-value-count = { $argument } has the wrong number of values
usage-argument-unknown = unknown argument “{ $argument }”
usage-argument-repeated = { $argument } cannot be repeated
usage-argument-conflict = { $argument } cannot be used with { $other }
usage-argument-missing = missing: { $argument }
usage-command-unknown = unknown command “{ $command }”
usage-command-missing = name a command, such as plan; --help lists all
usage-not-utf8 = an argument is not valid UTF-8
usage-other = wrong usage ({ $kind })
usage-suggestion = { $message }; did you mean “{ $suggestion }”?
expected-time-limit = a number of seconds above 0
expected-gap = a number, 0 or more and less than 1
expected-years = a whole number from 1 to 40
expected-rotation = a whole number from 1 to 20
expected-as-if = a whole number from 0 to 100000
expected-port = a whole number from 1 to 65535
expected-idle = a whole number from 1 to 1440
expected-away = 1, 2 or 3
expected-range = a number above 1, at most 10
expected-draws = a whole number from 1 to 100000
expected-seed = a whole number, 0 or more
expected-alternatives = a whole number from 1 to 20
expected-within = a share from 0 to 1
expected-cases = a whole number from 1
expected-month = a month such as 2027-06
expected-year = a year such as 2027
expected-born = a month such as 1971-04
expected-target = TIER=full or TIER=60%, 0 to 100 per cent
expected-cover = a whole number from 1 to 20
expected-budget = an amount of 0 or more in ten thousands of yuan
target-unknown = --target names no tier “{ $tier }”; the tiers are: { $tiers }
target-repeated = --target names “{ $tier }” twice
target-order = --target asks something of a tier after one that need not be full; tiers are served in order, so give those after it 0%
budget-needs-pay = --budget needs the pay of both employments in the scenario ([recruitment])
senior-title-unfit = --senior-title goes with --category professional only

format-conflict = --format { $format } does not agree with the ending of { $file } ({ $named })
format-unknown = the ending of { $file } names no format; use .txt .json .csv .md .xlsx .html .docx .ics, or add --format
option-needs-csv = { $option } is for csv; the format is { $format }
table-missing = this report has no table “{ $table }”
only-changes-of-none = --only-changes needs --hire, --recall, --leave, --rule or --set
only-changes-of-file = --only-changes needs a scenario in a file, not on standard input
month-not-ahead = { $month } is not within fifty years from { $first }, the month of the scenario
tradeoff-too-many = { $cases } cases are more than the { $most } that arrive in the year
engine-missing = this build has no solver { $engine }
output-exists = { $file } exists; replace it with --force
output-not-a-file = { $file } is not a regular file
output-no-folder = the folder of { $file } does not exist
output-forbidden = no permission to write { $file }
output-disk-full = the disk of { $file } is full; nothing was written
output-unwritable = { $file } could not be written: { $cause }
stdout-unwritable = stdout could not be written: { $cause }

progress-plans = plans
progress = stage { $number } of { $of }: { $stage }
solved-in = { $engine }, { $seconds } s.
unfinished = The search was not finished: the time was up, or it was stopped. This is the best so far; what is marked unknown is open. --time-limit gives it more time.
study-unfinished = the search was not finished: the time was up, or it was stopped; nothing can be concluded yet. --time-limit gives it more time
program-too-large = the program is too large (at least { $entries } coefficients) to be solved in ordinary memory, and was not tried; plan parts of the unit by themselves, or let people work in fewer sections or posts
plan-failed = no plan was found: { $cause }
plan-rejected = the plan that was found does not pass the checker and is not shown:
plan-file-unreadable = { $file } cannot be read: { $cause }
plan-file-schema = { $file } has the schema “{ $found }”; expected “{ $expected }”
plan-file-shape = { $place }: not a plan saved by this program: { $detail }
plan-file-foreign = { $file } does not fit the scenario; it may belong to another:
