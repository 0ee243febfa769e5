# What is wrong with input files: for each code a cause and a remedy.
diagnostic-cause = { $cause } ({ $code })
diagnostic-error = error { $code } at { $place }
diagnostic-warning = warning { $code } at { $place }
diagnostic-remedy = help: { $remedy }
diagnostic-suggestion = did you mean “{ $word }”?
diagnostic-more = { $code }: and { $more } more
diagnostic-wide = “{ $found }” is in full-width characters; write “{ $narrow }” instead.
diagnostic-summary = errors: { $errors }, warnings: { $warnings }

E001 = { $reason ->
    [missing] There is no file “{ $file }”.
    [folder] “{ $file }” is a folder, not a file.
    [denied] Reading the file “{ $file }” is not permitted.
    [too_large] The file “{ $file }” is larger than 16 MB, so it is no scenario and no roster.
    [device] “{ $file }” is no regular file but a pipe or a device; it was not read.
   *[other] The file “{ $file }” cannot be read.
}
    .remedy = Check the name and the folder; the roster lies in the scenario's folder or below it.
E002 = { $kind ->
    [office] “{ $file }” is a file of an office program such as Excel, WPS or Word; a text file is wanted here.
   *[text] The file “{ $file }” is not in UTF-8; it is probably in GB18030 (GBK).
}
    .remedy = { $kind ->
    [office] A scenario is a .toml file; turn a workbook with a table of people into a roster with shuanggang import first.
   *[text] In Excel save as “CSV UTF-8 (comma delimited)”; in an editor save with the encoding UTF-8. Workbooks and other staff lists become rosters by shuanggang import.
}
E003 = The file “{ $file }” is empty.
    .remedy = Check that it is the right file; scenarios/minimal.toml and its roster are a start.
E004 = The roster “{ $file }” lies outside the folder of the scenario file.
    .remedy = Put the roster itself, not a link to it, into the scenario's folder and give a relative path with “/”.
E005 = The scenario “{ $file }” to be extended lies outside the folder of this file.
    .remedy = Put both files themselves, not links to them, into one folder and give a relative path with “/”, without “..”.
E006 = “{ $file }” extends itself, directly or by way of other files.
    .remedy = { $form ->
    [cell] Let each what-if be laid over one nearer to the unit; what changes the unit itself names none.
   *[other] Let each file extend one nearer to the full scenario, which extends none.
}
E007 = There is no “{ $key }” to be removed.
    .remedy = Correct the name, or delete what removes it; “shuanggang show” prints what there is.
E008 = { $option ->
    [set] “{ $found }” is not path=value with a value that fits
    [rule] “{ $found }” is not rule=setting
    [hire] “{ $found }” is not employment=count@month:section
   *[other] “{ $found }” is not person@month
}.
    .remedy = { $option ->
    [set] Such as matter.transfers.volume=900; true or false for a switch, commas in a list.
    [rule] Such as separation=case, duty_groups=off or sections_per_person=2.
    [hire] Such as established=2@2025-07:audit; count, month and section may be left out.
   *[other] Such as 编07@2025-01; the month may be left out.
}
E009 = The scenario has nothing called “{ $path }”.
    .remedy = Correct the path; “shuanggang show --format csv” lists all that a scenario states, docs/scenario.md all keys.
E101 = { $what ->
    [quotes] The quotes of a text are wrong
    [brackets] A bracket or the head of a table is wrong
    [number] This is not how a number is written
    [date] This is not how a date is written
    [key] Here must stand “key = value”
   *[other] This is not TOML
} ({ $detail }).
    .remedy = Check quotes, brackets and equals signs; text stands in double quotes. Everything else is checked once the syntax is right.
E102 = “{ $key }” is given twice.
    .remedy = { $form ->
    [cell] One row says it; delete the others.
   *[other] Keep one of them; every item of a list begins with a header in double brackets, [[name]].
}
E103 = { $table ->
    [top] The top of the file has no key “{ $key }”.
   *[other] [{ $table }] has no key “{ $key }”.
}
    .remedy = { $form ->
    [cell] Correct the name or delete it; docs/workbook.md lists heads and items.
   *[other] Correct the name or delete the line; docs/scenario.md lists all keys.
}
E104 = { $table ->
    [top] The top of the file lacks “{ $key }”.
    [people] This row of the roster lacks “{ $key }”.
   *[other] [{ $table }] lacks “{ $key }”.
}
    .remedy = { $form ->
    [cell] Fill in the cell; what it means stands below the head, or in the last column.
   *[other] Add it; docs/scenario.md explains all keys.
}
E105 = “{ $key }” must be { $expected ->
    [text] text
    [flag] { $form ->
        [cell] yes or no
       *[other] true or false
    }
    [month] a month in quotes
    [number] a number
    [whole] a whole number
    [list] a list
    [table] a table
   *[tables] a list of tables
}, not { $found ->
    [text] text
    [number] a number
    [flag] true or false
    [date] a date
    [list] a list
   *[table] a table
}.
    .remedy = { $form ->
    [cell] A number is digits alone, without unit, comma or words; a switch is yes or no; several things are separated by commas.
   *[other] Text stands in double quotes, numbers do not; a list is ["a", "b"], each table of a list begins with [[name]].
}
E106 = “{ $key }” cannot be “{ $found }”, only: { $allowed }.
    .remedy = { $form ->
    [cell] Choose from the list, or write one of these words.
   *[other] Use one of these words as it stands.
}
E107 = “{ $key }” is empty.
    .remedy = Fill it in, or delete it if there is nothing to say.
E108 = “{ $key }” contains a line break, a tab or another control character.
    .remedy = Delete it and write the text on one line.
E109 = The file is of format { $found }; this program reads format { $known }.
    .remedy = { $form ->
    [cell] Write { $known } as the version, or use the program that belongs to the file.
   *[other] Write format = { $known }, or use the program that belongs to the file.
}
E110 = The number of entries in “{ $key }” is { $found }; it must be { $bound ->
    [exact] exactly
   *[least] at least
} { $allowed }.
    .remedy = { $form ->
    [cell] Write as many as are asked for, separated by commas.
   *[other] Add or delete entries.
}
E111 = “{ $key }” names “{ $entry }” twice.
    .remedy = Keep one of them.
E201 = “{ $id }” cannot be an id.
    .remedy = An id has 1 to 64 letters, digits, “_” and “-”; what people are called may be any text without “@”.
E202 = { $kind ->
    [vacation] The leave of “{ $id }” is written already, at { $first }.
    [terms] What is agreed with “{ $id }” is written already, at { $first }.
   *[other] The id “{ $id }” belongs to another { $kind } already, at { $first }.
}
    .remedy = { $kind ->
        [vacation] One row a person: make one of the two.
        [terms] One row a person: make one of the two.
       *[other] Choose another id and correct what refers to it.
    }
E203 = There is no { $kind } “{ $id }”.
    .remedy = { $form ->
    [cell] Write the name as its sheet has it, or add it there first.
   *[other] Correct the id, or define what it names.
}
E204 = There is no post “{ $id }”.
    .remedy = { $form ->
    [cell] A post is section/duty group/step, such as Finance/fund finance/handling, and some matter must need it.
   *[other] A post is section/duty group/step, such as finance/finance/handle, and some matter must need it.
}
E205 = “{ $key }” is an identity-card number, which is not read and not repeated here.
    .remedy = Use a name, a staff number or a code; no plan needs identity-card numbers.
E301 = “{ $key }” is { $value }, outside its range ({ $range }).
    .remedy = Give a number within the range; check the unit.
E302 = “{ $key }” is { $value }, but must be a whole number.
    .remedy = Give a whole number.
E303 = “{ $key }” is { $value }, which is no definite number.
    .remedy = Give a definite number.
E304 = “{ $key }” is { $value }, which has too many digits to be kept exactly.
    .remedy = Give at most 9 decimals and 28 digits in all.
E305 = “{ $key }” is “{ $value }”, which is no month.
    .remedy = { $form ->
    [cell] Write the year with four digits and the month with two, such as 2025-07; years are 1900 to 2200.
   *[other] Write the year with four digits and the month with two, such as "2024-01"; years are 1900 to 2200.
}
E306 = “{ $key }” is the date { $value }, but must be a month in quotes.
    .remedy = Leave out the day and add double quotes, such as "2024-01".
E307 = The month planned for, { $as_of }, is not in the plan year { $year }.
    .remedy = { $form ->
    [cell] Correct the month planned for or the plan year; without a month January is meant.
   *[other] Correct as_of or year, or leave out as_of, which means January.
}
E308 = Of { $days } working days nothing is left after { $leave } days of leave, { $training } of training and { $sick } of sickness.
    .remedy = Check the working days and the days of training and sickness; all are days a year.
E309 = The shares of those who leave early and late add up to { $sum }, more than 1.
    .remedy = { $form ->
    [cell] Early and late retirement are shares of the same people, at most 1 together; the rest leave in the statutory month.
   *[other] Both are shares of the same people, at most 1 together; the rest leave in the statutory month.
}
E310 = The rates of growth are out of order: lowest { $low }, most likely { $mode }, highest { $high }.
    .remedy = Write them from least to most, the most likely one between; less work is negative, such as -0.02.
E311 = The working days of the months of { $year } add up to { $sum }, the year has { $days }.
    .remedy = Check the months, January first, and the year against the published calendar, and make the two agree.
E401 = The matter “{ $matter }” does not say how many cases arrive.
    .remedy = { $form ->
    [cell] Fill in the volume (cases a year), or the driver and the rate.
   *[other] Give volume (cases a year), or driver and rate.
}
E402 = The matter “{ $matter }” gives its volume in two ways.
    .remedy = { $form ->
    [cell] Keep either the volume, or the driver and the rate.
   *[other] Keep either volume, or driver and rate.
}
E403 = The matter “{ $matter }” has a rate but no driver.
    .remedy = { $form ->
    [cell] Add the driver, or give the volume instead.
   *[other] Add the id of the driver, or give volume instead.
}
E404 = The matter “{ $matter }” has a driver but no rate.
    .remedy = { $form ->
    [cell] Add the rate, the cases a year per unit of the driver.
   *[other] Add rate, the cases a year per unit of the driver.
}
E405 = The steps of the matter “{ $matter }” are out of order: { $step } after { $before }.
    .remedy = { $form ->
    [cell] Write the steps in the order handling, review, second review, approval.
   *[other] Write them in the order handle, review, second_review, approve.
}
E406 = The matter “{ $matter }” has the step { $step } twice.
    .remedy = { $form ->
    [cell] Give each step once; where two people work together on a case, the people are 2.
   *[other] Give each step once; where two people work together on a case, write people = 2.
}
E407 = The matter “{ $matter }” has no { $step } step, against the rule of dual review, and gives no reason.
    .remedy = { $form ->
    [cell] Add the minutes of the step, or state the reason and its basis under “Exempt from dual review”.
   *[other] Add the step, or state the reason and its basis in dual_review_exempt.
}
E408 = The matter “{ $matter }” is handled and reviewed, yet claims to be exempt from dual review.
    .remedy = { $form ->
    [cell] Empty the reason of the exemption, or the step that should not be there.
   *[other] Delete dual_review_exempt, or the step that should not be there.
}
E409 = The matter “{ $matter }” audits itself.
    .remedy = { $form ->
    [cell] Take it out of the matters that are audited.
   *[other] Take it out of audits.
}
E410 = The driver of the matter “{ $matter }” makes { $value } cases, above the limit of { $most }.
    .remedy = Check the value of the driver and the unit of the rate.
E411 = The matter “{ $matter }” is due every month and in certain months.
    .remedy = { $form ->
    [cell] Keep one of them: done within the month, or the months of work.
   *[other] Keep one of them.
}
E412 = The matter “{ $matter }” has a profile of arrivals, and is due every month or in certain months.
    .remedy = { $form ->
    [cell] Keep one of them: the profile says when cases arrive, the other two when they must be done.
   *[other] Keep one of them: profile says when cases arrive, monthly and months when they must be done.
}
E413 = Nothing arrives in any month of the profile of the matter “{ $matter }”.
    .remedy = { $form ->
    [cell] Give the cases or the share of each month, January first; if it is not known, leave the cell empty, which means evenly.
   *[other] Give the cases or the share of each month, January first; if it is not known, delete profile, which means evenly.
}
E414 = The { $step } step of matter “{ $matter }” is done by the system and has minutes or people.
    .remedy = { $form ->
    [cell] Write only the reason for a step of the system; empty it for a step that people do.
   *[other] Write only by_system, the reason, for a step of the system; delete by_system for one that people do.
}
E415 = Every step of matter “{ $matter }” is done by the system; nobody is needed for it.
    .remedy = Delete the matter, or write the steps that people do.
E416 = The shares of the parts of matter “{ $matter }” add up to { $sum }, more than 1.
    .remedy = { $form ->
    [cell] Check the shares of the parts; what is left keeps the steps of the matter and is not written.
   *[other] Check share of each part; what is left keeps the steps of the matter and is not written.
}
E417 = The matters “{ $matter }” and “{ $other }” come before one another, in a circle.
    .remedy = { $form ->
    [cell] Name what comes before, or whose handler is the same, at the later matter only.
   *[other] Write after or same_handler at the later matter only.
}
E418 = Whoever handles “{ $matter }” is to be who handled “{ $other }”, but a case of the one is not handled by one person, or nobody handles the other.
    .remedy = { $form ->
    [cell] Let one person handle a case; or name the other as coming before, which bounds the service alone.
   *[other] Let one person handle a case; or write after, which bounds the service alone.
}
E501 = The roster has no column “{ $column }”.
    .remedy = Correct the name or delete the column; docs/scenario.md lists all columns.
E502 = The roster lacks the column “{ $column }”.
    .remedy = Add the name to the first row and fill it in for everybody.
E503 = The column “{ $column }” stands in the roster twice.
    .remedy = Keep one of them.
E504 = This row has { $found } cells, the first row has { $expected }.
    .remedy = Add or delete commas; a cell with a comma of its own stands in double quotes.
E505 = Quotation marks do not match or are out of place.
    .remedy = A cell that needs them stands in double quotes as a whole, with a quotation mark inside doubled.
E506 = The cells of the roster are separated by “{ $found }” instead of commas.
    .remedy = Save as “CSV UTF-8 (comma delimited)”.
E507 = “{ $person }” is not a leader and has no home section.
    .remedy = { $form ->
    [cell] Fill in the home section.
   *[other] Write the id of the section into the column home.
}
E508 = “{ $person }” is on duty, yet has an end of a loan.
    .remedy = { $form ->
    [cell] Write “on loan elsewhere” for who is on loan; empty the end of the loan for who is on duty.
   *[other] Write seconded_out for who is on loan; delete seconded_until for who is on duty.
}
E510 = Employment and post category of “{ $person }” contradict each other.
    .remedy = { $form ->
    [cell] Contract workers have the category contract; established staff have management, professional or worker.
   *[other] Contract workers have the category contract; established staff have management, professional or worker.
}
E511 = “{ $person }” is born after the month planned for.
    .remedy = Check the month of birth.
E512 = “{ $person }” started work before the age of 16.
    .remedy = Check the months of birth and of first work.
E513 = “{ $person }” starts work after the month planned for.
    .remedy = Check the month of first work; who is not here yet does not belong on the roster.
E514 = “{ $person }” has held posts since a month, but none is named.
    .remedy = { $form ->
    [cell] Name the posts held today, or empty the month since when.
   *[other] Name the posts in the column posts, or delete post_since.
}
E515 = “{ $person }” has held posts since before first work, or from after the month planned for.
    .remedy = { $form ->
    [cell] Check the month since when the posts are held.
   *[other] Check the month in post_since.
}
E516 = “{ $person }” cannot retire in { $month }, only from { $earliest } to { $latest }{ $late ->
    [management] ; management staff may not stay beyond the statutory month
    [before_reform] ; who reached the retirement age before 2025 has no choice
   *[open] {""}
}.
    .remedy = { $form ->
    [cell] Check the birth month and the post category, or choose a month within these; for the months of the law write statutory, earliest or latest. A month fixed by approval (special trades, disability, staying on) takes its reason in the column beside it.
   *[other] Check the birth month and the post category, or choose a month within these; for the months of the law write statutory, earliest or latest. A month fixed by approval (special trades, disability, staying on) takes its reason in the column retirement_reason.
}
E518 = “{ $person }” is a contract worker, whom the law on retirement does not bind.
    .remedy = { $form ->
    [cell] Write the month of leaving, such as 2027-06; leave the cell empty for who stays.
   *[other] Write the month of leaving, such as 2027-06; leave the cell empty for who stays.
}
E520 = The people of the hire “{ $hire }” begin to work after the month of hire.
    .remedy = { $form ->
    [cell] Check both months; empty the month of first work for a first job.
   *[other] Check both months; delete work_since for a first job.
}
E521 = “{ $person }” is recalled in { $month }, but is not on loan elsewhere then.
    .remedy = Check the person and the status on the roster; a loan that ends by itself needs no recall.
E522 = “{ $person }” is moved in { $month }, after leaving.
    .remedy = Delete one of the two, or correct the months.
E523 = “{ $person }” is a leader, who has no home section to be transferred from.
    .remedy = { $form ->
    [cell] Delete the transfer; if the leader handles cases, switch off the rule for leaders on the sheet of rules.
   *[other] Delete the transfer; if the leader handles cases, switch off the rule leader_steps.
}
E524 = “{ $file }” is no roster: its first row names fewer than 3 of the columns of a roster.
    .remedy = Check the name of the file; shuanggang import turns other staff lists into rosters; docs/scenario.md lists the columns.
E525 = “{ $person }” has an approval of retirement, but no month that it fixes.
    .remedy = { $form ->
    [cell] Write the month of retirement, such as 2027-06, or empty its reason.
   *[other] Write the month in the column retirement, such as 2027-06, or delete retirement_reason.
}
E526 = “{ $person }” has a last month away, but the status is another.
    .remedy = { $form ->
    [cell] Write “away” as status for who is away; empty the end of the leave for who is on duty; for a time that is yet to begin use the sheet of terms.
   *[other] Write away as status for who is away; delete away_until for who is on duty; for a time that is yet to begin write away under [[person]] in the scenario.
}
E527 = The time away of “{ $person }” ends with { $month }, before it begins.
    .remedy = { $form ->
    [cell] Check the first month of the leave, and the last.
   *[other] Check from, the first month, and until, the last.
}
E528 = “{ $person }” is on loan, to or from this unit, and away for a time from { $month } on.
    .remedy = { $form ->
    [cell] A leave during a loan is counted where the person works; if the loan is over, correct the status. A borrowed person who no longer works here goes to the sheet of departures.
   *[other] A leave during a loan is counted where the person works; if the loan is over, correct the status on the roster. For a borrowed person who no longer works here use [[leave]].
}
E529 = The roster has “{ $person }” away, but the scenario lets the time away begin in { $month }, after the month planned for.
    .remedy = { $form ->
    [cell] Write “on duty” as status, or correct the first month of the leave.
   *[other] Write on_duty as status on the roster, or correct away.from.
}
E530 = “{ $key }” of “{ $person }” names either a section or a post, one of the two.
    .remedy = { $form ->
    [cell] Fill in the section for all posts of a section, or the post for one of them; not both.
   *[other] Write section for all posts of a section, post for one of them; not both.
}
E531 = “{ $person }” is fixed to “{ $place }”, where the rules or the person's own terms allow no post.
    .remedy = { $form ->
    [cell] Correct where the person is fixed, or the posts not held, the rights or the employment; choose another section if that one has no matters.
   *[other] Correct pinned, or not_at, rights or the employment; choose another section if that one has no matters.
}
E532 = The kind of employment of “{ $person }”, “{ $kind }”, does not go with { $employment }.
    .remedy = { $form ->
    [cell] Correct the employment or the kind of the person, or the employment on the sheet of kinds.
   *[other] Correct employment or kind on the roster, or employment under [[kind]].
}
E533 = The hire “{ $hire }” has a month and somebody it replaces.
    .remedy = { $form ->
    [cell] Keep one of the two: for a replacement the month follows from the retirement and the hand-over.
   *[other] Keep one of the two: with replaces, the month follows from the retirement and handover_months.
}
E534 = The hire “{ $hire }” has months of hand-over and replaces nobody.
    .remedy = { $form ->
    [cell] Name the person replaced as well, or empty the hand-over.
   *[other] Write replaces as well, or delete handover_months.
}
E535 = “{ $person }”, whom the hire “{ $hire }” replaces, has no month of retirement.
    .remedy = { $form ->
    [cell] Write the month in which a contract worker leaves on the sheet of people; or empty the person replaced and give a month.
   *[other] Write the month in which a contract worker leaves in the column retirement of the roster; or delete replaces and write month.
}
E537 = The shares of “{ $person }” in the sections add up to { $sum }, more than 1.
    .remedy = { $form ->
    [cell] Check the share of each section; together they are at most 1, and what is left is not used for cases.
   *[other] Check share of each section; together they are at most 1, and what is left is not used for cases.
}
E538 = “{ $person }” is split to the section “{ $section }”, where they may hold no post.
    .remedy = { $form ->
    [cell] Correct the section, or the posts not held, the rights or the employment; delete the entry if that section has no matters.
   *[other] Correct the section, or not_at, rights or the employment; delete the entry if that section has no matters.
}
E539 = “{ $person }” is both split between sections and fixed to one place.
    .remedy = { $form ->
    [cell] Keep one of the two.
   *[other] Keep split or pinned.
}
E540 = The section “{ $section }” is to have { $minimum } people of its own; only { $count } of those on duty may work there.
    .remedy = { $form ->
    [cell] Check the fewest people on the sheet of sections; whoever is split between sections counts in none.
   *[other] Check minimum; whoever is split between sections counts in none.
}
E541 = Up to the section “{ $section }” the sections are to have { $sum } people of their own; only { $count } of those on duty may hold handle or review posts.
    .remedy = { $form ->
    [cell] Check the fewest people on the sheet of sections; a person counts in one section only.
   *[other] Check minimum of the sections; a person counts in one section only.
}
E542 = Week { $week } does not lie in { $year } in whole.
    .remedy = Weeks of { $year } are { $first } to { $last }, as ISO 8601 counts them.
E543 = “{ $person }” wishes for week { $week } and takes no leave in it.
    .remedy = Take the week out of one of the two lists.
E544 = “{ $person }” is due { $due } weeks of annual leave; { $left } are left for it.
    .remedy = Rule out fewer weeks, or state fewer days.
E601 = “{ $person }” is named as their own relative.
    .remedy = Name two different people.
E701 = Value { $used } is said to be in use, but there are only { $count }.
    .remedy = { $form ->
    [cell] The number of the value that is used counts from 1 up to the number of values.
   *[other] used counts from 1 up to the number of values.
}
E702 = There is nothing called “{ $target }” for a conflict to be about.
    .remedy = { $form ->
    [cell] Write Authorised posts, On the books, On duty or Contract workers, or the name of a driver; leave it empty if nothing is computed from the number.
   *[other] Write headcount.authorised, headcount.on_books, headcount.on_duty, headcount.contract or driver.<id>; delete target if nothing is computed from the number.
}
E703 = The value of “{ $target }” in use is said to be { $used }, but the scenario uses { $value }.
    .remedy = { $form ->
    [cell] Make the two agree: change which value is used, or the number of the unit.
   *[other] Make the two agree: change used, or the number of the scenario.
}
E704 = The scenario does not state “{ $target }”.
    .remedy = { $form ->
    [cell] Add the number to the headcounts on the sheet of the unit, or empty the number it stands for.
   *[other] Add the number to [headcount], or delete target.
}
E801 = { $reason ->
    [web_page] “{ $file }” is a web page that was saved under the name of a workbook
    [text] “{ $file }” is a text that was saved under the name of a workbook
    [locked] “{ $file }” is locked with a password
    [far_cell] “{ $file }” reaches as far as cell { $cell }, much further than a roster
    [too_large] “{ $file }” holds more, or more merged cells, than any roster
   *[damaged] “{ $file }” is no workbook, or it is damaged
}; it was not read.
    .remedy = { $reason ->
    [web_page] Open it in Excel or WPS and save it as .xlsx.
    [text] End its name in .csv, or open it in Excel or WPS and save it as .xlsx.
    [locked] Open it in Excel or WPS, take off the password and save it.
    [far_cell] Delete what is not part of the roster (look at the far cells), or copy the roster alone into a new workbook and save it as .xlsx.
    [too_large] Copy the values of the roster alone into a new workbook and save it as .xlsx.
   *[damaged] Open it in Excel or WPS and save it as .xlsx or “CSV UTF-8”; if it does not open, ask whoever sent it to send it again.
}
E802 = No row names the columns: none of the first 30 rows has { $least } or more heads of a roster.
    .remedy = Write the heads in one row, such as 姓名, 用工形式, 性别, 出生年月, 参加工作时间, 岗位类别, 所在股室; docs/roster.md lists the heads that are known.
E803 = The workbook has no sheet “{ $sheet }”, only: { $sheets }.
    .remedy = Correct the name after --sheet, or leave it out if only one sheet looks like a roster.
E804 = { $why ->
    [hidden] Every sheet that looks like a roster is hidden
   *[alike] Several sheets look like a roster
}: { $sheets }.
    .remedy = Name one with --sheet; if those who work here stand on several, name each (--sheet 在编 --sheet 临聘) to read them as one list.
E805 = The column “{ $header }” { $by ->
    [header] is for identity-card numbers
   *[content] has identity-card numbers in it
}. Plans need months of birth and sex only, so the numbers are not read, to protect the people.
    .remedy = Delete the column from the table, or add --drop-extra to leave out every column that is not needed.
E806 = { $header ->
    [0] This column has no head
   *[other] A roster does not need the column “{ $header }”
}.
    .remedy = Delete the column or correct its head, or add --drop-extra to leave out every column that is not needed.
E807 = The column “{ $header }” says the same as the one at { $first }; which of them counts cannot be known.
    .remedy = Keep one. Of names and staff numbers keep the one that reports are to show; of two births write 档案 (personnel file) into the head of the one that counts.
E808 = A column is missing; its head can be: { $headers }.
    .remedy = Add it, or change the head of the column that holds it to one of these.
E809 = { $named ->
    [no] “{ $column }” is empty in this row
   *[other] “{ $column }” of “{ $person }” is empty
}.
    .remedy = Fill in the cell; delete the row if it is nobody.
E810 = “{ $column }” is “{ $value }”, which is not known.
    .remedy = Write one of: { $allowed }; for whoever has left write 离职 or 退休, or delete the row. docs/roster.md lists other words that are known.
E811 = “{ $value }” can mean two things{ $why ->
    [hired] : both established and contract staff can be hired so
    [two-posts] : retirement follows one of the two posts, and the unit must say which
    [director] : the row names a section, so it may be the head of the unit or of that section
    [october] : January, or October, since a spreadsheet drops the last 0
    [epoch] : it is the number of a day, and the file does not say from when it counts
    [long] : it is a number of more than 15 digits, of which the spreadsheet has kept the first 15 only
    [away] : the person is away for a time and may count as on duty or not
    [trainee] : trainees may hold an authorised post or not
    [agency] : agency staff may hold an authorised post or not
    [window] : a window is a place of work and no post category, which retirement follows
   *[remark] : whether this person is present
}.
    .remedy = { $why ->
        [hired] Write 在编 (established) or 合同工 (contract).
        [two-posts] Write 管理 (management) or 专业技术 (professional).
        [director] Write 单位领导 (leader) or 股室负责人 (section head).
        [october] Write it as 1975年1月 or 1975-10.
        [epoch] Give the cell a date format, or write it as 1975-10.
        [long] Make the column text and write the numbers again, or delete the column if it is not needed.
        [away] Write 休假在外 (away for a time) for whoever comes back, 在岗 (on duty) for whoever still counts, 离职 (has left) for whoever does not come back, or delete the row; for a departure from a month on write 在岗 here and the month among the departures of the scenario.
        [trainee] Write 在编 (established) or 合同工 (contract).
        [agency] Write 在编 (established) or 合同工 (contract).
        [window] Write 管理 (management), 专业技术 (professional) or 工勤 (worker).
       *[remark] Add a column 在岗情况 with 在岗 (on duty), 借调在外 (on loan elsewhere) or 借调来 (on loan here); delete the row of whoever has left.
    }
E812 = “{ $column }” is “{ $value }”, which is no month that can be read.
    .remedy = Write a year of four digits and a month, such as 1975年3月, 1975-03 or 197503, or use a date format of the spreadsheet.
E813 = The scenario has no section “{ $value }”.
    .remedy = Write one of its sections: { $sections }; or add the section to the scenario.
E814 = “{ $person }” stands at { $first } already.
    .remedy = Keep one row for each person; tell people of one name apart by a number, such as 张三1 and 张三2.
E815 = { $why ->
    [formula] This is the formula { $value }, and the file does not hold its result
   *[error] The spreadsheet shows the error { $value } here
}.
    .remedy = { $why ->
        [formula] Open it in Excel or WPS, calculate and save; or write the content itself.
       *[error] Correct the formula, or write the content itself.
    }
E816 = { $header ->
    [0] A column without a head is none of a roster
   *[other] The column “{ $header }” is none of a roster
}, yet “{ $value }” in it says that somebody has left.
    .remedy = Call it 在岗情况 (status) and write 在岗 for those who work here, and the rows of the others are left out; or delete their rows and the column.
E821 = Exactly one of these must be there, { $count } are: { $keys }.
    .remedy = Keep one of them; docs/wisn.md explains them.
E822 = { $off } hours off leave nothing of { $possible } possible hours.
    .remedy = Check the possible time and the time off.
E823 = Support takes { $percent } % of all the time; none is left for cases.
    .remedy = Check the support; together it must stay below 100 %.
E831 = A unit has no sheet “{ $sheet }”.
    .remedy = Correct its name; what is for yourself alone goes on the sheet of notes, or begins each row with “※”.
E832 = The column of this cell has no head, so nobody knows what it says.
    .remedy = Write a head above it, or empty the column.
E833 = “{ $value }” stands where a basis or source does, but beside what is no number and rests on none.
    .remedy = Empty the cell; the basis and source of a rule have rows of their own.
E834 = “{ $value }” stands under employment, people, month or section, which what is changed does not have.
    .remedy = Empty the cell; anything else is said under “Head” and “New value”.
E835 = There is no what-if called “{ $name }”.
    .remedy = Correct the name; the sheet of what-ifs has: { $known }.
E841 = No row names the columns: none of the first 30 rows has a head for the person and one for the post, step or matter.
    .remedy = Write the heads in one row, such as 姓名, 股室, 岗位, 事项, 起始时间, 授权人 (person, section, post, matter, since, granted by); docs/duties.md lists the heads that are known.
E842 = The scenario has no matter “{ $value }”.
    .remedy = Write the name or id of one of its matters, which shuanggang show lists; set several apart by commas, and write all for every matter of the section.
E843 = “{ $value }” names no one step.
    .remedy = Write one step: { $allowed } (handle, review, second review, approve); or the whole name or id of a post of the scenario.
E844 = It does not follow what may be done: { $lacks ->
    [post] the row names no post and no step
   *[matter] the row names a step, but neither a matter nor a section
}.
    .remedy = { $lacks ->
        [post] Write the post or the step.
       *[matter] { $unread ->
            [none] Write the matter; for all matters of a section, write the section.
           *[some] Write the matter; for all matters of a section, write the section. Columns not read: { $unread }; if section or matter is in one of them, call it section or matter.
        }
    }
E851 = The manifest has no task.
    .remedy = List the tasks again: shuanggang fleet manifest FOLDER > tasks.jsonl.
E852 = This is no task: { $cause }.
    .remedy = List the tasks again with fleet manifest, and let nothing else write into that file.
E853 = The task is for version { $found }, this is { $own }.
    .remedy = List the tasks again with this version, or run them with the other.
E854 = The line was changed since it was listed: its id { $id } does not follow from it.
    .remedy = List the tasks again with fleet manifest; what is to be changed is said there, with --scenarios.
E855 = The task { $id } stands twice.
    .remedy = Leave one of the lines out.
E856 = The line is longer than 1 MB, so it is no task.
    .remedy = List the tasks again with fleet manifest, and let nothing else write into that file.
E857 = The folder “{ $folder }” holds results of another manifest than “{ $manifest }”.
    .remedy = Give the results of this manifest a folder of their own with --out.
E858 = “{ $file }” is not the file that was listed; no task of “{ $unit }” was run.
    .remedy = List the tasks again with fleet manifest and run them into a new folder; or put the file back as it was.
E859 = There is no unit in the folder “{ $folder }”: no workbook, and no scenario that extends no other.
    .remedy = Check the folder; names that begin with “.” or “~” are left out, and links to folders are not followed.
W901 = The stated headcount { $key } is { $stated }, the roster has { $roster }.
    .remedy = { $form ->
    [cell] Check what the figure counts, and the people; if sources differ, say so on the sheet of conflicts.
   *[other] Check what the figure counts, and the roster; if sources differ, say so in a [[conflict]].
}
W902 = The section “{ $section }” has no matters.
    .remedy = Add its matters, or delete the section.
W903 = No matter uses the driver “{ $driver }”.
    .remedy = Use it in a matter, or delete it.
W904 = All values of the conflict “{ $conflict }” are the same.
    .remedy = Check the numbers of the sources; delete the conflict if there is none.
W905 = The leader “{ $person }” holds approve posts only, so the home section has no effect.
    .remedy = { $form ->
    [cell] Empty the home section; if the leader handles cases, switch off the rule for leaders on the sheet of rules.
   *[other] Delete home; if the leader handles cases, switch off the rule leader_steps.
}
W906 = Nobody on the roster is present.
    .remedy = { $form ->
    [cell] Check the column of the status.
   *[other] Check the column status.
}
W907 = From this cell on months are written as spreadsheets rewrite them, { $count } of them; “{ $value }” was read as { $month }.
    .remedy = Check them. Two digits of a year of birth stand for 1925 to 2024, of any other month for the hundred years from birth. The roster keeps its months if their cells are text before they are typed.
W908 = { $what ->
    [sheet] This sheet is hidden
    [rows] These rows are hidden: { $rows }
   *[columns] These columns are hidden: { $rows }
}; what they say was read all the same.
    .remedy = Show and check them; delete what is not meant.
W981 = From this cell on remarks were not used: { $count }. Whether these people are present follows the column 在岗情况; without one they are taken to be.
    .remedy = Add a column 在岗情况 if the person is not present; other remarks do not matter.
