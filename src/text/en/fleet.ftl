# Many units at once (fleet): commands, notices, reports.

command-fleet = Fleet: plan all units of a province at once, on any machines
usage-fleet = shuanggang fleet <COMMAND> [OPTIONS]
after-fleet =
    List the tasks, run them, put the results together. One process uses all
    processors; several machines share a manifest: see docs/fleet.md.
command-manifest = List the tasks that the units of a folder make
usage-manifest = shuanggang fleet manifest [OPTIONS] <FOLDER>
after-manifest =
    One JSON line a task, to stdout or --output. Its id follows from the bytes of
    every file that is read, from the question and from the version. A unit that
    does not read makes tasks that say so.
command-run = Run the tasks of a manifest that have no result yet
usage-run = shuanggang fleet run --out <DIR> [OPTIONS] <MANIFEST>
after-run =
    Exit codes: 0 every task has its result, that of a unit that does not read
    being what is wrong with it; 2 a mistake in the manifest or a file that is not
    the one listed: trying again is of no use; 3 a failure, or a result that could
    not be written: another try or machine may do; 4 stopped or out of time: run
    it again, what is done is kept. Without --shard the number and count of a
    Slurm array are used where they are set.
command-status = How many tasks have a result, and which have none
usage-status = shuanggang fleet status [OPTIONS] <RESULTS>
after-status = Exit code 0 if every task has a result, 4 if not.
command-merge = Put the results together, in order of the manifest
usage-merge = shuanggang fleet merge [OPTIONS] <RESULTS>
after-merge =
    The report goes to stdout or --output (.xlsx, .html, .csv, .json, .md), every
    single result to the files of --lines. With a hole nothing is written and the
    exit code is 4; --partial writes what there is, with exit code 4.

argument-folder = Folder whose units, and those of all folders below,
    are listed: workbooks, and scenarios that extend no
    other
value-folder = FOLDER
argument-commands = Questions, several with commas: plan (default),
    project, need, hire, absence, front (what more
    posts bring, for fleet allocate)
value-commands = QUESTIONS
argument-posts = Most posts more that front tries, 1 to 50
    {"["}default: 6]
    .allocate = Posts to give, 1 to 100000
value-posts = COUNT
argument-places = Folders below FOLDER that make the name of a
    place, 0 to 9 [default: 1]
value-places = COUNT
argument-manifest = The manifest
value-manifest = MANIFEST
argument-out = Folder for the results; what is in it is not run
    again
value-out = DIR
argument-shard = Only this share: 3/8, or auto/8 with the number of
    a Slurm array or an indexed Kubernetes job
value-shard = SHARE
argument-task = Only the task with this id
value-task = ID
argument-results = Folder with the results
value-results = RESULTS
argument-lines = Also write every result, one a line, to this
    file, .jsonl or .csv; may be given more than once
value-lines = FILE
argument-partial = Merge what there is, holes or not

expected-posts = a whole number from 1 (to 50 for a manifest)
expected-places = a whole number from 0 to 9
expected-shard = a share such as 3/8, or auto/8

fleet-listed = { $tasks } tasks of { $units } units.
fleet-task-unknown = the manifest has no task { $id }
fleet-shard-count = a number of a task is set, but not how many there are; say it as --shard auto/8
fleet-shard-number = --shard auto needs SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX
fleet-shard = Share { $shard } of the manifest.
fleet-folder-unwritable = { $folder } cannot be written: { $cause }
fleet-results-form = the ending of { $file } must be .jsonl or .csv

fleet-pace = { $done } of { $of } tasks; about { $left } left
fleet-pace-failed = { $done } of { $of } tasks, { $failed } of them without a result; about { $left } left
fleet-seconds = { $count } s
fleet-minutes = { $count } min
fleet-hours = { $count } h
fleet-unread = { $file } does not read; its result says so. shuanggang check { $file } tells what is wrong.
fleet-failed = { $task }: { $cause }
fleet-ran = { $done } tasks done, { $before } were done before; { $unread } units do not read. Results: { $folder }
fleet-ran-changed = error: { $changed } tasks were not run, since their files changed after they were listed; list them again with fleet manifest, and run them into a new folder
fleet-ran-failed = error: { $failed } tasks failed and have no result; another try runs these alone
fleet-ran-unfinished = { $unfinished } tasks were not finished: somebody asked to stop, or their time was up. Run it again: these alone are run; --time-limit gives each more time.
fleet-unwritten = a result could not be written into { $folder }: { $cause }; { $left } tasks are left

fleet-status-title = Results in { $folder }
fleet-complete = All { $tasks } tasks have a result.
fleet-incomplete = { $done } of { $tasks } tasks have a result, { $holes } have none.
fleet-status-unread = { $unread } of the results say that the unit does not read.
fleet-holes-heading = Tasks without a result
fleet-hole-missing = not run
fleet-hole-broken = not whole
column-fleet-command = question
column-fleet-tasks = tasks
column-fleet-done = done
column-fleet-unit = unit
column-fleet-scenario = scenario
column-fleet-state = state

fleet-holes = { $holes } tasks have no result; run fleet run once more with the folder { $folder }, or merge what there is with --partial:
fleet-merged-partial = { $holes } tasks have no result and are left out:
fleet-merge-title = { $units } units together
fleet-partial = { $holes } tasks have no result; what follows is without them.
fleet-merge-unread = { $units } units do not read and are in none of the figures; see the last table.
fleet-none = In none of { $units } units anything is stalled today.
fleet-none-known = In none of { $units } units anything is known to be stalled today; of some matters it is not settled how far they can be served.
fleet-some = In { $stalled } of { $units } units work is stalled today: { $tiers }. Worst: { $worst }.
fleet-in-tier = { $tier } { $matters } matters in { $units } units
fleet-ahead-none = Until { $until } nothing stalls that does not stall today.
fleet-ahead = Until { $until } something more comes to stall in { $units } units, first in { $unit } from { $since } on.
fleet-people = In { $units } units { $there } people are there, leaders left out; by hours and rules the work takes { $needed } at least. { $missing } are missing, in { $short } units: who is too many in one fills no post of another.
fleet-people-unknown = Of { $unknown } more units the number is not known, or none is enough.
fleet-stalled-in = stalled: { $tier }
fleet-as-it-is = as it is
fleet-tiers-heading = By tier
fleet-units-heading = Units, the worst first
fleet-units-note = The { $shown } worst of { $units }; --full shows all.
fleet-matters-heading = What stalls, by how many units
fleet-matters-note = { $shown } of { $matters } matters; --full shows all.
fleet-stalls-elsewhere = What stalls or is slowed unit by unit, and since when: --full, a page, a workbook, or --format csv --table stalls.
fleet-stalls-heading = What stalls or is slowed, and since when
fleet-places-heading = By place
fleet-scenarios-heading = Scenarios
fleet-unread-heading = Units that do not read
column-fleet-place = place
column-fleet-units = units
column-fleet-units-stalled = units with stalls
column-fleet-stalled = stalled by tier
column-fleet-next = more stalls from
column-fleet-stalled-units = units stalled
column-fleet-slowed-units = slowed or open
column-fleet-later-units = units later
column-fleet-first = first from
column-fleet-reason = main reason
column-fleet-since = stalled since
column-fleet-on-duty = on duty
column-fleet-there = there
column-fleet-needed = needed
column-fleet-missing = missing
column-fleet-hires = to hire
column-fleet-irreplaceable = irreplaceable
column-fleet-code = code
column-fleet-at = where

command-allocate = Which units get so many additional posts
usage-allocate = shuanggang fleet allocate --posts <COUNT> [OPTIONS] <RESULTS>
after-allocate =
    Needs the answers to the question front. The posts go where most is served of
    the first tier, then of the second, and so on; beside it, in proportion to the
    people served and to vacancies.
argument-most = No unit gets more than this [default: as many as
    front tried]
value-most = COUNT
argument-least = Every unit gets at least this [default: 0]
value-least = COUNT
expected-most = a whole number from 1 to 50
expected-least = a whole number from 0 to 50

allocate-holes = { $holes } tasks with the question front have no result in { $folder }; run fleet run once more
allocate-no-fronts = { $folder } has no answer to the question front; list the tasks with --commands front
allocate-beyond = --most { $most } is more than the { $tried } posts that front tried; list the tasks with --posts { $most }
allocate-floor = no allocation gives every unit { $least } to { $most } posts out of { $posts }
allocate-title = { $posts } additional posts
allocate-best = Given so that most is served, tier after tier, { $given } of { $posts } posts go to { $units } of { $of } units, from { $floor } to { $cap } each. What is served more, in matters: { $gain }.
allocate-left = { $left } posts are left: within these bounds nothing more is served with them.
allocate-beside = Beside it, { $way }: { $given } posts; served more: { $gain }.
allocate-no-way = Beside it, { $way }: cannot be worked out, since no unit has any.
allocate-unread = { $units } units do not read and get nothing.
allocate-gain = { $tier } { $more }
allocate-way-none = as it is
allocate-way-best = best
allocate-way-insured = in proportion to the people served
allocate-way-vacancy = in proportion to the vacancies
allocate-ways-heading = Ways of giving
allocate-units-heading = Posts by unit
allocate-units-note = { $gets } of { $units } units get posts, { $shown } are shown; --full shows all units.
allocate-served-in = served: { $tier }
allocate-from-in = from: { $tier }
allocate-to-in = to: { $tier }
allocate-from-to-in = served: { $tier }
allocate-check = What is served is counted in matters: a matter that is served in part counts in part. Each unit can check its line by shuanggang plan FILE --hire established=N with the posts it gets, one fewer and one more.
column-allocate-way = way
column-allocate-given = posts given
column-allocate-posts = posts
column-allocate-insured = by people served
column-allocate-vacancy = by vacancy
