<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>foretrail::AccuracyCharts</name>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ActivityForecast</name>
    <message numerus="yes">
        <source>Active in %n week(s): too few for a forecast of the activity, which needs %1.</source>
        <translation>
            <numerusform>Active in %n week: too few for a forecast of the activity, which needs %1.</numerusform>
            <numerusform>Active in %n weeks: too few for a forecast of the activity, which needs %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Active on %n day(s): too few for a forecast of the activity, which needs %1.</source>
        <translation>
            <numerusform>Active on %n day: too few for a forecast of the activity, which needs %1.</numerusform>
            <numerusform>Active on %n days: too few for a forecast of the activity, which needs %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::AdjustTab</name>
    <message numerus="yes">
        <source>%n steps corrected: the total goes from %1 to %2</source>
        <translation>
            <numerusform>%n step corrected: the total goes from %1 to %2</numerusform>
            <numerusform>%n steps corrected: the total goes from %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Total of %n steps</source>
        <translation>
            <numerusform>Total of %n step</numerusform>
            <numerusform>Total of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were made on an earlier forecast.</source>
        <translation>
            <numerusform>%n of them was made on an earlier forecast.</numerusform>
            <numerusform>%n of them were made on an earlier forecast.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ArFourierForecaster</name>
    <message numerus="yes">
        <source>%n columns</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns of the recipe tell nothing and are left out.</source>
        <translation>
            <numerusform>%n column of the recipe tells nothing and is left out.</numerusform>
            <numerusform>%n columns of the recipe tell nothing and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Audience</name>
    <message numerus="yes">
        <source>Too little lies before the last %n days to test on: the order of the users is all there is.</source>
        <translation>
            <numerusform>Too little lies before the last day to test on: the order of the users is all there is.</numerusform>
            <numerusform>Too little lies before the last %n days to test on: the order of the users is all there is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Users who did this in the last %n day(s): %1 of %2. That is too little to tell rates by (%3 at least): the order of the users is all there is.</source>
        <translation>
            <numerusform>Users who did this on the last day (%n): %1 of %2. That is too little to tell rates by (%3 at least): the order of the users is all there is.</numerusform>
            <numerusform>Users who did this in the last %n days: %1 of %2. That is too little to tell rates by (%3 at least): the order of the users is all there is.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model names it for %n user(s); behind stand those who came last.</source>
        <translation>
            <numerusform>The model names it for %n user; behind stand those who came last.</numerusform>
            <numerusform>The model names it for %n users; behind stand those who came last.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) left out by the rule.</source>
        <translation>
            <numerusform>%n user is left out by the rule.</numerusform>
            <numerusform>%n users are left out by the rule.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tested on the last %n day(s): of the first users in the order, as many as this list has, %1 % responded (%2 to %3 %), of users picked at random %4 %: %5 times as many. The table tells for each user the rate of their whole part of the order.</source>
        <translation>
            <numerusform>Tested on the last day: of the first users in the order, as many as this list has, %1 % responded (%2 to %3 %), of users picked at random %4 %: %5 times as many. The table tells for each user the rate of their whole part of the order.</numerusform>
            <numerusform>Tested on the last %n days: of the first users in the order, as many as this list has, %1 % responded (%2 to %3 %), of users picked at random %4 %: %5 times as many. The table tells for each user the rate of their whole part of the order.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n items are called &quot;%1&quot;. Say the key of one of them: %2.</source>
        <translation>
            <numerusform>%n item is called &quot;%1&quot;. Say its key: %2.</numerusform>
            <numerusform>%n items are called &quot;%1&quot;. Say the key of one of them: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::AutoWithNetwork</name>
    <message numerus="yes">
        <source>A network over all series would not have lowered the error of %n series by 1 %: without it.</source>
        <translation>
            <numerusform>A network over all series would not have lowered the error of %n series by 1 %: without it.</numerusform>
            <numerusform>A network over all series would not have lowered the error of %n series by 1 %: without it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A network over all series counts %1 %: that would have lowered the error of %n series by %2 %.</source>
        <translation>
            <numerusform>A network over all series counts %1 %: that would have lowered the error of %n series by %2 %.</numerusform>
            <numerusform>A network over all series counts %1 %: that would have lowered the error of %n series by %2 %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::BarChart</name>
    <message numerus="yes">
        <source>%n bars. Lowest %1, highest %2.</source>
        <comment>9 bars. Lowest Mon: -3, highest Fri: 12.</comment>
        <translation>
            <numerusform>%n bar. Lowest %1, highest %2.</numerusform>
            <numerusform>%n bars. Lowest %1, highest %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::BuyerFit</name>
    <message numerus="yes">
        <source>Only %n user(s) bought on a second day by then.</source>
        <translation>
            <numerusform>Only %n user bought on a second day by then.</numerusform>
            <numerusform>Only %n users bought on a second day by then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CellEquationsText</name>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ChartPainter</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CombinationForecaster</name>
    <message numerus="yes">
        <source>The median of %n models: %1.</source>
        <translation>
            <numerusform>%n model: %1.</numerusform>
            <numerusform>The median of %n models: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weighed by what they missed at %n earlier origins: %1.</source>
        <translation>
            <numerusform>Weighed by what they missed at %n earlier origin: %1.</numerusform>
            <numerusform>Weighed by what they missed at %n earlier origins: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CombinationMembers</name>
    <message numerus="yes">
        <source>%n observations tell no more than their last.</source>
        <translation>
            <numerusform>%n observation tells no more than itself.</numerusform>
            <numerusform>%n observations tell no more than their last.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n observations are too few for more than their level.</source>
        <translation>
            <numerusform>%n observation is too little for more than its level.</numerusform>
            <numerusform>%n observations are too few for more than their level.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n observations are too few for more than their level and season.</source>
        <translation>
            <numerusform>%n observation is too little for more than its level and season.</numerusform>
            <numerusform>%n observations are too few for more than their level and season.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No demand for %n steps, far longer than ever before: taken to be over.</source>
        <translation>
            <numerusform>No demand for %n step, far longer than ever before: taken to be over.</numerusform>
            <numerusform>No demand for %n steps, far longer than ever before: taken to be over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CredibleTimes</name>
    <message numerus="yes">
        <source>%n event(s) lie far outside of %1 to %2, as by a wrong clock: what rests on times leaves them out.</source>
        <translation>
            <numerusform>%n event lies far outside of %1 to %2, as by a wrong clock: what rests on times leaves it out.</numerusform>
            <numerusform>%n events lie far outside of %1 to %2, as by a wrong clock: what rests on times leaves them out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CursorPainter</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CustomerModel</name>
    <message numerus="yes">
        <source>Came back on %n day(s) only: the habits of all users weigh more than this one&apos;s.</source>
        <translation>
            <numerusform>Came back on %n day only: the habits of all users weigh more than this one&apos;s.</numerusform>
            <numerusform>Came back on %n days only: the habits of all users weigh more than this one&apos;s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Came back on %n day(s).</source>
        <translation>
            <numerusform>Came back on %n day.</numerusform>
            <numerusform>Came back on %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Customers</name>
    <message numerus="yes">
        <source>%n user(s) bought first behind the calibration end and are not among these.</source>
        <translation>
            <numerusform>%n user bought first behind the calibration end and is not among these.</numerusform>
            <numerusform>%n users bought first behind the calibration end and are not among these.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::CustomersPage</name>
    <message numerus="yes">
        <source>Search %Ln user(s)</source>
        <translation>
            <numerusform>Search %Ln user</numerusform>
            <numerusform>Search %Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln user(s).</source>
        <translation>
            <numerusform>%1: %2 of %Ln user.</numerusform>
            <numerusform>%1: %2 of %Ln users.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s).</source>
        <translation>
            <numerusform>%Ln user.</numerusform>
            <numerusform>%Ln users.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s). The best tenth of them bring %1 % of revenue.</source>
        <translation>
            <numerusform>%Ln user. The best tenth of them bring %1 % of revenue.</numerusform>
            <numerusform>%Ln users. The best tenth of them bring %1 % of revenue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The user is erased: %Ln event(s) are gone.</source>
        <translation>
            <numerusform>The user is erased: %Ln event is gone.</numerusform>
            <numerusform>The user is erased: %Ln events are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The user is erased: %Ln event(s) are gone. Another program reads the file, so unused parts of it may still hold the id: close it and erase again.</source>
        <translation>
            <numerusform>The user is erased: %Ln event is gone. Another program reads the file, so unused parts of it may still hold the id: close it and erase again.</numerusform>
            <numerusform>The user is erased: %Ln events are gone. Another program reads the file, so unused parts of it may still hold the id: close it and erase again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::DateAgreement</name>
    <message numerus="yes">
        <source>%n files of one shape</source>
        <translation>
            <numerusform>%n file of one shape</numerusform>
            <numerusform>%n files of one shape</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::DateChoice</name>
    <message numerus="yes">
        <source>%1 mixes ways to write dates: %2 (%3) and %4 (%5) read most rows, and each leaves %n rows unread. Choose the date format: on the command line --date-format &quot;%2&quot; or --date-format &quot;%4&quot;; the other rows are set aside, to be corrected.</source>
        <translation>
            <numerusform>%1 mixes ways to write dates: %2 (%3) and %4 (%5) read most rows, and each leaves %n row unread. Choose the date format: on the command line --date-format &quot;%2&quot; or --date-format &quot;%4&quot;; the other row is set aside, to be corrected.</numerusform>
            <numerusform>%1 mixes ways to write dates: %2 (%3) and %4 (%5) read most rows, and each leaves %n rows unread. Choose the date format: on the command line --date-format &quot;%2&quot; or --date-format &quot;%4&quot;; the other rows are set aside, to be corrected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::DateQuestionCard</name>
    <message numerus="yes">
        <source>Each leaves %n rows unread: dates are written in more ways than one. Choose the calendar that looks like your days; the other rows are set aside, to be corrected.</source>
        <translation>
            <numerusform>Each leaves %n row unread: dates are written in more ways than one. Choose the calendar that looks like your days; the other row is set aside, to be corrected.</numerusform>
            <numerusform>Each leaves %n rows unread: dates are written in more ways than one. Choose the calendar that looks like your days; the other rows are set aside, to be corrected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::DriftAlert</name>
    <message numerus="yes">
        <source>For %n steps one-step errors have been larger: %1 on average, %2 before.</source>
        <translation>
            <numerusform>For %n step one-step errors have been larger: %1 on average, %2 before.</numerusform>
            <numerusform>For %n steps one-step errors have been larger: %1 on average, %2 before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n steps one-step errors have been smaller: %1 on average, %2 before.</source>
        <translation>
            <numerusform>For %n step one-step errors have been smaller: %1 on average, %2 before.</numerusform>
            <numerusform>For %n steps one-step errors have been smaller: %1 on average, %2 before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n steps more than before has happened, against the forecast: the error is %1 on average, %2 before.</source>
        <translation>
            <numerusform>For %n step more than before has happened, against the forecast: the error is %1 on average, %2 before.</numerusform>
            <numerusform>For %n steps more than before has happened, against the forecast: the error is %1 on average, %2 before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n steps less than before has happened, against the forecast: the error is %1 on average, %2 before.</source>
        <translation>
            <numerusform>For %n step less than before has happened, against the forecast: the error is %1 on average, %2 before.</numerusform>
            <numerusform>For %n steps less than before has happened, against the forecast: the error is %1 on average, %2 before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::DriftScan</name>
    <message numerus="yes">
        <source>Series %1 has %n one-step errors to judge, and %2 are needed to know what is usual. Choose a finer step.</source>
        <translation>
            <numerusform>Series %1 has %n one-step error to judge, and %2 are needed to know what is usual. Choose a finer step.</numerusform>
            <numerusform>Series %1 has %n one-step errors to judge, and %2 are needed to know what is usual. Choose a finer step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %n changes in %3 one-step errors from %4 on.</source>
        <translation>
            <numerusform>%1, %2: %n change in %3 one-step errors from %4 on.</numerusform>
            <numerusform>%1, %2: %n changes in %3 one-step errors from %4 on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::EtsForecaster</name>
    <message numerus="yes">
        <source>%1 with %2, the least AICc of %n forms.</source>
        <translation>
            <numerusform>%1 with %2, the only form that fits.</numerusform>
            <numerusform>%1 with %2, the least AICc of %n forms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Exceptions</name>
    <message numerus="yes">
        <source>It has %n observations, and %1 are needed to judge a forecast.</source>
        <translation>
            <numerusform>It has %n observation, and %1 are needed to judge a forecast.</numerusform>
            <numerusform>It has %n observations, and %1 are needed to judge a forecast.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n steps were missed by %1 on average, %2 times what repeating the season missed before (%3).</source>
        <translation>
            <numerusform>The last step was missed by %1, %2 times what repeating the season missed before (%3).</numerusform>
            <numerusform>The last %n steps were missed by %1 on average, %2 times what repeating the season missed before (%3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The forecast of the last %n steps was too low, in sum by %1 % of what happened.</source>
        <translation>
            <numerusform>The forecast of the last step was too low, by %1 % of what happened.</numerusform>
            <numerusform>The forecast of the last %n steps was too low, in sum by %1 % of what happened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The forecast of the last %n steps was too high, in sum by %1 % of what happened.</source>
        <translation>
            <numerusform>The forecast of the last step was too high, by %1 % of what happened.</numerusform>
            <numerusform>The forecast of the last %n steps was too high, in sum by %1 % of what happened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n steps one-step errors have been larger: %1 on average, %2 before.</source>
        <translation>
            <numerusform>For %n step one-step errors have been larger: %1 on average, %2 before.</numerusform>
            <numerusform>For %n steps one-step errors have been larger: %1 on average, %2 before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last two forecasts of the same %n steps differ by %1 % of their size.</source>
        <translation>
            <numerusform>The last two forecasts of the same step differ by %1 % of their size.</numerusform>
            <numerusform>The last two forecasts of the same %n steps differ by %1 % of their size.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The forecast of the last %n steps expected %1 in sum, and nothing happened.</source>
        <translation>
            <numerusform>The forecast of the last step expected %1, and nothing happened.</numerusform>
            <numerusform>The forecast of the last %n steps expected %1 in sum, and nothing happened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is nothing in the last %n steps, longer than ever before.</source>
        <translation>
            <numerusform>There is nothing in the last step, longer than ever before.</numerusform>
            <numerusform>There is nothing in the last %n steps, longer than ever before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The error of the last %n steps is larger than that of the baseline, by %1 %.</source>
        <translation>
            <numerusform>The error of the last step is larger than that of the baseline, by %1 %.</numerusform>
            <numerusform>The error of the last %n steps is larger than that of the baseline, by %1 %.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The baseline met the last %n steps exactly, the model did not.</source>
        <translation>
            <numerusform>The baseline met the last step exactly, the model did not.</numerusform>
            <numerusform>The baseline met the last %n steps exactly, the model did not.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Experiment</name>
    <message numerus="yes">
        <source>Series %1 has %n observations; a test part of %2 needs at least %3. Choose a shorter test part.</source>
        <translation>
            <numerusform>Series %1 has %n observation; a test part of %2 needs at least %3. Choose a shorter test part.</numerusform>
            <numerusform>Series %1 has %n observations; a test part of %2 needs at least %3. Choose a shorter test part.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastChart</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarters</source>
        <translation>
            <numerusform>%n quarter</numerusform>
            <numerusform>%n quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 steps were corrected by hand: %2 in total in place of %3</source>
        <translation>
            <numerusform>%n of %1 steps was corrected by hand: %2 in total in place of %3</numerusform>
            <numerusform>%n of %1 steps were corrected by hand: %2 in total in place of %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps corrected by hand</source>
        <translation>
            <numerusform>%n step corrected by hand</numerusform>
            <numerusform>%n steps corrected by hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ForecastExport</name>
    <message numerus="yes">
        <source>Saved %n files in %1 and copied the forecast.</source>
        <translation>
            <numerusform>Saved %n file in %1 and copied the forecast.</numerusform>
            <numerusform>Saved %n files in %1 and copied the forecast.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::FunnelPosition</name>
    <message numerus="yes">
        <source>%n item(s) in the cart and not bought.</source>
        <translation>
            <numerusform>%n item in the cart and not bought.</numerusform>
            <numerusform>%n items in the cart and not bought.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looked %n time(s) since.</source>
        <translation>
            <numerusform>Looked %n time since.</numerusform>
            <numerusform>Looked %n times since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::FunnelTab</name>
    <message numerus="yes">
        <source>%1 % of %Ln user(s) came from %2 to %3</source>
        <translation>
            <numerusform>%1 % of %Ln user came from %2 to %3</numerusform>
            <numerusform>%1 % of %Ln users came from %2 to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln session(s) came from %2 to %3</source>
        <translation>
            <numerusform>%1 % of %Ln session came from %2 to %3</numerusform>
            <numerusform>%1 % of %Ln sessions came from %2 to %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::GlobalForecaster</name>
    <message numerus="yes">
        <source>Learnt from %1 windows of %2 values in %n series: %3 networks, %4 epochs each.</source>
        <translation>
            <numerusform>Learnt from %1 windows of %2 values in %n series: %3 networks, %4 epochs each.</numerusform>
            <numerusform>Learnt from %1 windows of %2 values in %n series: %3 networks, %4 epochs each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This network tells what at most %n steps are made of. Choose a shorter horizon.</source>
        <translation>
            <numerusform>This network tells what at most %n step is made of. Choose a shorter horizon.</numerusform>
            <numerusform>This network tells what at most %n steps are made of. Choose a shorter horizon.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::HistogramsView</name>
    <message numerus="yes">
        <source>%1, %n windows: 0 shut, 1 open</source>
        <comment>Epoch 12, on how many windows gates were counted</comment>
        <translation>
            <numerusform>%1, %n window: 0 shut, 1 open</numerusform>
            <numerusform>%1, %n windows: 0 shut, 1 open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ImportLedger</name>
    <message numerus="yes">
        <source>Look at %n findings</source>
        <translation>
            <numerusform>Look at %n finding</numerusform>
            <numerusform>Look at %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ImportPreview</name>
    <message numerus="yes">
        <source>%n line(s) above the header are left out.</source>
        <translation>
            <numerusform>%n line above the header is left out.</numerusform>
            <numerusform>%n lines above the header are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) above the first row are left out.</source>
        <translation>
            <numerusform>%n line above the first row is left out.</numerusform>
            <numerusform>%n lines above the first row are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::IntentExamples</name>
    <message numerus="yes">
        <source>The log holds %n day(s) before the time to be told, too few to learn from what happened in days ahead (asked: %1). Ask for fewer days.</source>
        <translation>
            <numerusform>The log holds %n day before the time to be told, too few to learn from what happened in days ahead (asked: %1). Ask for fewer days.</numerusform>
            <numerusform>The log holds %n days before the time to be told, too few to learn from what happened in days ahead (asked: %1). Ask for fewer days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Users came back on another day %n time(s) only: nobody can tell from that how long a silence is usual. A log of more days or users helps; say --horizon to choose the days yourself.</source>
        <translation>
            <numerusform>Users came back on another day %n time only: nobody can tell from that how long a silence is usual. A log of more days or users helps; say --horizon to choose the days yourself.</numerusform>
            <numerusform>Users came back on another day %n times only: nobody can tell from that how long a silence is usual. A log of more days or users helps; say --horizon to choose the days yourself.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::IntentLearning</name>
    <message numerus="yes">
        <source>%n event(s) say of no user and were left out.</source>
        <translation>
            <numerusform>%n event names no user and was left out.</numerusform>
            <numerusform>%n events name no user and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The log ends %n day(s) behind the beginning of the test, which is too short for a horizon of %1 days. Begin the test earlier or ask for fewer days.</source>
        <translation>
            <numerusform>The log ends %n day behind the beginning of the test, which is too short for a horizon of %1 days. Begin the test earlier or ask for fewer days.</numerusform>
            <numerusform>The log ends %n days behind the beginning of the test, which is too short for a horizon of %1 days. Begin the test earlier or ask for fewer days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::IntentReasons</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ItemBrowser</name>
    <message numerus="yes">
        <source>Check all %Ln series</source>
        <translation>
            <numerusform>Check %Ln series</numerusform>
            <numerusform>Check all %Ln series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %Ln exceptions</source>
        <translation>
            <numerusform>Show %Ln exception</numerusform>
            <numerusform>Show %Ln exceptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::JobList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::KeptIntent</name>
    <message numerus="yes">
        <source>Likely to buy in the next %n day(s): %1 %, as anybody of this shop.</source>
        <translation>
            <numerusform>Likely to buy in the next %n day: %1 %, as anybody of this shop.</numerusform>
            <numerusform>Likely to buy in the next %n days: %1 %, as anybody of this shop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Likely to buy in the next %n day(s): %1 % (typical of this shop: %2 %).</source>
        <translation>
            <numerusform>Likely to buy in the next %n day: %1 % (typical of this shop: %2 %).</numerusform>
            <numerusform>Likely to buy in the next %n days: %1 % (typical of this shop: %2 %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the latest %n day(s), which it did not know, it put a user who bought before one who did not in %1 of 100 pairs, and its percentages were off by %2 points on average.</source>
        <translation>
            <numerusform>On the latest day (%n), which it did not know, it put a user who bought before one who did not in %1 of 100 pairs, and its percentages were off by %2 points on average.</numerusform>
            <numerusform>On the latest %n days, which it did not know, it put a user who bought before one who did not in %1 of 100 pairs, and its percentages were off by %2 points on average.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Lifecycle</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::LiveBoard</name>
    <message numerus="yes">
        <source>%Ln visit(s) not over</source>
        <translation>
            <numerusform>%Ln visit not over</numerusform>
            <numerusform>%Ln visits not over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln user(s) who were there</source>
        <translation>
            <numerusform>of %Ln user who was there</numerusform>
            <numerusform>of %Ln users who were there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::LiveFeed</name>
    <message numerus="yes">
        <source>%n event(s) from more than %1 days ago are removed.</source>
        <translation>
            <numerusform>%n event from more than %1 days ago is removed.</numerusform>
            <numerusform>%n events from more than %1 days ago are removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) stored</source>
        <translation>
            <numerusform>%Ln event stored</numerusform>
            <numerusform>%Ln events stored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::LiveInspector</name>
    <message numerus="yes">
        <source>%n event(s) in this visit</source>
        <translation>
            <numerusform>%n event in this visit</numerusform>
            <numerusform>%n events in this visit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purchase days expected in %n day(s): %1</source>
        <translation>
            <numerusform>Purchase days expected in %n day: %1</numerusform>
            <numerusform>Purchase days expected in %n days: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::LiveShop</name>
    <message numerus="yes">
        <source>Nothing came in for %n minute(s), which is unusual for this feed.</source>
        <translation>
            <numerusform>Nothing came in for %n minute, which is unusual for this feed.</numerusform>
            <numerusform>Nothing came in for %n minutes, which is unusual for this feed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::MarkChart</name>
    <message numerus="yes">
        <source>%n parts. Arrow keys go from one to the next.</source>
        <translation>
            <numerusform>%n part. Arrow keys go from one to the next.</numerusform>
            <numerusform>%n parts. Arrow keys go from one to the next.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::MissingStep</name>
    <message numerus="yes">
        <source>%n values stay missing, which most models refuse: fill them, or train a network (LSTM, GRU), which leaves out windows that touch one.</source>
        <translation>
            <numerusform>%n value stays missing, which most models refuse: fill it, or train a network (LSTM, GRU), which leaves out windows that touch it.</numerusform>
            <numerusform>%n values stay missing, which most models refuse: fill them, or train a network (LSTM, GRU), which leaves out windows that touch one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Models</name>
    <message numerus="yes">
        <source>Series %1 has %n observations, this model needs at least %2. Choose a finer step, a smaller season or a simpler model.</source>
        <translation>
            <numerusform>Series %1 has %n observation, this model needs at least %2. Choose a finer step, a smaller season or a simpler model.</numerusform>
            <numerusform>Series %1 has %n observations, this model needs at least %2. Choose a finer step, a smaller season or a simpler model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::OverrideDraft</name>
    <message numerus="yes">
        <source>Correct %n steps</source>
        <translation>
            <numerusform>Correct %n step</numerusform>
            <numerusform>Correct %n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::PartialEndsStep</name>
    <message numerus="yes">
        <source>%n steps at the ends are not whole and were cut off.</source>
        <translation>
            <numerusform>%n step at an end is not whole and was cut off.</numerusform>
            <numerusform>%n steps at the ends are not whole and were cut off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::PathsTab</name>
    <message numerus="yes">
        <source>Most frequent path: %1 (%2 % of %Ln user(s)).</source>
        <translation>
            <numerusform>Most frequent path: %1 (%2 % of %Ln user).</numerusform>
            <numerusform>Most frequent path: %1 (%2 % of %Ln users).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Most frequent path: %1 (%2 % of %Ln session(s)).</source>
        <translation>
            <numerusform>Most frequent path: %1 (%2 % of %Ln session).</numerusform>
            <numerusform>Most frequent path: %1 (%2 % of %Ln sessions).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::PooledForecaster</name>
    <message numerus="yes">
        <source>Learnt from %1 windows of %2 values in %n series.</source>
        <translation>
            <numerusform>Learnt from %1 windows of %2 values in %n series.</numerusform>
            <numerusform>Learnt from %1 windows of %2 values in %n series.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::PreparePage</name>
    <message numerus="yes">
        <source>%n problems: see the marked steps.</source>
        <translation>
            <numerusform>%n problem: see the marked step.</numerusform>
            <numerusform>%n problems: see the marked steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps, in this order.</source>
        <translation>
            <numerusform>%n step.</numerusform>
            <numerusform>%n steps, in this order.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ProfileView</name>
    <message numerus="yes">
        <source>%n session(s) (Enter or double-click shows what comes next in it)</source>
        <translation>
            <numerusform>%n session (Enter or double-click shows what comes next in it)</numerusform>
            <numerusform>%n sessions (Enter or double-click shows what comes next in one)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::QueuePanel</name>
    <message numerus="yes">
        <source>Take all %n trainings that wait out of the queue? None of them has begun; those that run go on.</source>
        <translation>
            <numerusform>Take the training that waits out of the queue? It has not begun; those that run go on.</numerusform>
            <numerusform>Take all %n trainings that wait out of the queue? None of them has begun; those that run go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeActions</name>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecipeCompareDialog</name>
    <message numerus="yes">
        <source>%1 and %2 differ in %n places.</source>
        <translation>
            <numerusform>%1 and %2 differ in %n place.</numerusform>
            <numerusform>%1 and %2 differ in %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendEvaluation</name>
    <message numerus="yes">
        <source>%1 has the next item among its %2 first in %3 % of %n case(s).</source>
        <translation>
            <numerusform>%1 has the next item among its %2 first in %3 % of %n case.</numerusform>
            <numerusform>%1 has the next item among its %2 first in %3 % of %n cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the test part are no cases: nobody had to do with their items before it.</source>
        <translation>
            <numerusform>%n step of the test part is no case: nobody had to do with its item before.</numerusform>
            <numerusform>%n steps of the test part are no cases: nobody had to do with their items before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendItems</name>
    <message numerus="yes">
        <source>%n of the items said to be gone are not in the log.</source>
        <translation>
            <numerusform>%n of the items said to be gone is not in the log.</numerusform>
            <numerusform>%n of the items said to be gone are not in the log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendListView</name>
    <message numerus="yes">
        <source>Last of %Ln steps: %1</source>
        <translation>
            <numerusform>The only step: %1</numerusform>
            <numerusform>Last of %Ln steps: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendPage</name>
    <message numerus="yes">
        <source>Lists for %n user(s)</source>
        <translation>
            <numerusform>A list for %n user</numerusform>
            <numerusform>Lists for %n users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 learnt what comes next from %Ln step(s).</source>
        <translation>
            <numerusform>%1 learnt what comes next from %Ln step.</numerusform>
            <numerusform>%1 learnt what comes next from %Ln steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n robot(s) left out.</source>
        <translation>
            <numerusform>%n user who looks like a robot is left out.</numerusform>
            <numerusform>%n users who look like robots are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendReport</name>
    <message numerus="yes">
        <source>Lists for %n user(s), %1 lines.</source>
        <translation>
            <numerusform>A list for %n user, lines: %1.</numerusform>
            <numerusform>Lists for %n users, lines: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is known of %n of these users: they have what is popular of late.</source>
        <translation>
            <numerusform>Nothing is known of %n of these users, who has what is popular of late.</numerusform>
            <numerusform>Nothing is known of %n of these users, who have what is popular of late.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecommendWords</name>
    <message numerus="yes">
        <source>%n next item(s) are too few to tell one model from another.</source>
        <translation>
            <numerusform>%n next item is too few to tell one model from another.</numerusform>
            <numerusform>%n next items are too few to tell one model from another.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RecurrentForecaster</name>
    <message numerus="yes">
        <source>Beside the value it sees %n columns.</source>
        <translation>
            <numerusform>Beside the value it sees %n column.</numerusform>
            <numerusform>Beside the value it sees %n columns.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ReportContent</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the %n largest of %1 series</source>
        <translation>
            <numerusform>the largest of %1 series</numerusform>
            <numerusform>the %n largest of %1 series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ReportDialog</name>
    <message numerus="yes">
        <source>The %n found</source>
        <translation>
            <numerusform>The %n found</numerusform>
            <numerusform>The %n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ReportFindings</name>
    <message numerus="yes">
        <source>%n series could not be forecast: %1</source>
        <translation>
            <numerusform>%n series could not be forecast: %1</numerusform>
            <numerusform>%n series could not be forecast: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have nothing before to compare with.</source>
        <translation>
            <numerusform>%n of them has nothing before to compare with.</numerusform>
            <numerusform>%n of them have nothing before to compare with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n series, %1, %2 and %3 within %4 of what was before.</source>
        <comment>Of 9 series, 1 rises, 2 fall and 6 stay within 5 % of what was before.</comment>
        <translation>
            <numerusform>Of %n series, %1, %2 and %3 within %4 of what was before.</numerusform>
            <numerusform>Of %n series, %1, %2 and %3 within %4 of what was before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rise</source>
        <comment>series</comment>
        <translation>
            <numerusform>%Ln rises</numerusform>
            <numerusform>%Ln rise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fall</source>
        <comment>series</comment>
        <translation>
            <numerusform>%Ln falls</numerusform>
            <numerusform>%Ln fall</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay</source>
        <comment>series</comment>
        <translation>
            <numerusform>%Ln stays</numerusform>
            <numerusform>%Ln stay</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ResampleStep</name>
    <message numerus="yes">
        <source>%n steps at the ends belonged to periods that are not whole and were cut off.</source>
        <translation>
            <numerusform>%n step at an end belonged to a period that is not whole and was cut off.</numerusform>
            <numerusform>%n steps at the ends belonged to periods that are not whole and were cut off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n periods lack some of their steps and became missing.</source>
        <translation>
            <numerusform>%n period lacks some of its steps and became missing.</numerusform>
            <numerusform>%n periods lack some of their steps and became missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n periods lack some of their steps and were scaled up to whole ones.</source>
        <translation>
            <numerusform>%n period lacks some of its steps and was scaled up to a whole one.</numerusform>
            <numerusform>%n periods lack some of their steps and were scaled up to whole ones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n periods lack some of their steps and were summed as if they were whole.</source>
        <translation>
            <numerusform>%n period lacks some of its steps and was summed as if it were whole.</numerusform>
            <numerusform>%n periods lack some of their steps and were summed as if they were whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::ResidualCharts</name>
    <message numerus="yes">
        <source>%1 on average in size, %n residuals</source>
        <translation>
            <numerusform>%1 in size, %n residual</numerusform>
            <numerusform>%1 on average in size, %n residuals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n forecasts</source>
        <translation>
            <numerusform>%n forecast</numerusform>
            <numerusform>%n forecasts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Error by step ahead, %n origins</source>
        <translation>
            <numerusform>Error by step ahead, %n origin</numerusform>
            <numerusform>Error by step ahead, %n origins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RetentionTab</name>
    <message numerus="yes">
        <source>%Ln user(s); the log is too short to see who comes back.</source>
        <translation>
            <numerusform>%Ln user; the log is too short to see who comes back.</numerusform>
            <numerusform>%Ln users; the log is too short to see who comes back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln user(s) were back on the day after their first.</source>
        <translation>
            <numerusform>%1 % of %Ln user were back on the day after their first.</numerusform>
            <numerusform>%1 % of %Ln users were back on the day after their first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln user(s) were back in the month after their first.</source>
        <translation>
            <numerusform>%1 % of %Ln user were back in the month after their first.</numerusform>
            <numerusform>%1 % of %Ln users were back in the month after their first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 % of %Ln user(s) were back in the week after their first.</source>
        <translation>
            <numerusform>%1 % of %Ln user were back in the week after their first.</numerusform>
            <numerusform>%1 % of %Ln users were back in the week after their first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RobotUsers</name>
    <message numerus="yes">
        <source>All %n user(s) look like robots (%1), so nobody is left out for that.</source>
        <translation>
            <numerusform>The only user (%n) looks like a robot (%1), so nobody is left out for that.</numerusform>
            <numerusform>All %n users look like robots (%1), so nobody is left out for that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s) who look like robots (%1) are left out of what is learnt and tested</source>
        <translation>
            <numerusform>%n user who looks like a robot (%1) is left out of what is learnt and tested</numerusform>
            <numerusform>%n users who look like robots (%1) are left out of what is learnt and tested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln event(s).</source>
        <comment>users who look like robots, their events</comment>
        <translation>
            <numerusform>%1: %Ln event.</numerusform>
            <numerusform>%1: %Ln events.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::RunAccuracyTab</name>
    <message numerus="yes">
        <source>All %n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>All %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n runs by %1</source>
        <translation>
            <numerusform>%n run by %1</numerusform>
            <numerusform>All %n runs by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n forecast steps have happened since: missed by %1 on average</source>
        <translation>
            <numerusform>%n forecast step has happened since: missed by %1</numerusform>
            <numerusform>%n forecast steps have happened since: missed by %1 on average</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Runs</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>name of a series, number of others</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Scenario</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SearchBar</name>
    <message numerus="yes">
        <source>%1 was stopped after %n trainings.</source>
        <comment>name of a search</comment>
        <translation>
            <numerusform>%1 was stopped after %n training.</numerusform>
            <numerusform>%1 was stopped after %n trainings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits after %n trainings.</source>
        <comment>name of a search</comment>
        <translation>
            <numerusform>%1 waits after %n training.</numerusform>
            <numerusform>%1 waits after %n trainings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n trainings done.</source>
        <comment>name of a search</comment>
        <translation>
            <numerusform>%1: %n training done.</numerusform>
            <numerusform>%1: %n trainings done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SearchDialog</name>
    <message numerus="yes">
        <source>%1 for %n epochs</source>
        <comment>so many settings</comment>
        <translation>
            <numerusform>%1 for %n epoch</numerusform>
            <numerusform>%1 for %n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SeasonProfile</name>
    <message numerus="yes">
        <source>The shape of %n seasons of %1 steps on the level of the last, with half of its growth.</source>
        <translation>
            <numerusform>The shape of %n season of %1 steps on its level, with half of its growth.</numerusform>
            <numerusform>The shape of %n seasons of %1 steps on the level of the last, with half of its growth.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentActions</name>
    <message numerus="yes">
        <source>%1 of %Ln user(s)</source>
        <translation>
            <numerusform>%1 of %Ln user</numerusform>
            <numerusform>%1 of %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentChip</name>
    <message numerus="yes">
        <source>Segment %1: %Ln user(s)</source>
        <translation>
            <numerusform>Segment %1: %Ln user</numerusform>
            <numerusform>Segment %1: %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SegmentJudge</name>
    <message numerus="yes">
        <source>%n user(s) look like robots; the condition &quot;robot&quot; finds them.</source>
        <translation>
            <numerusform>%n user looks like a robot; the condition &quot;robot&quot; finds it.</numerusform>
            <numerusform>%n users look like robots; the condition &quot;robot&quot; finds them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SeriesChecker</name>
    <message numerus="yes">
        <source>Checking with %1, %n steps ahead</source>
        <translation>
            <numerusform>Checking with %1, %n step ahead</numerusform>
            <numerusform>Checking with %1, %n steps ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking %n series for exceptions</source>
        <translation>
            <numerusform>Checking %n series for exceptions</numerusform>
            <numerusform>Checking %n series for exceptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Checked with %2, %n steps ahead.</source>
        <translation>
            <numerusform>%1 Checked with %2, %n step ahead.</numerusform>
            <numerusform>%1 Checked with %2, %n steps ahead.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SeriesSink</name>
    <message numerus="yes">
        <source>%n series of this file have no value at all, so that none is listed for them: %1</source>
        <translation>
            <numerusform>%n series of this file has no value at all, so that it is not listed: %1</numerusform>
            <numerusform>%n series of this file have no value at all, so that they are not listed: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SessionList</name>
    <message numerus="yes">
        <source>%Ln session(s), the latest first</source>
        <translation>
            <numerusform>%Ln session, the latest first</numerusform>
            <numerusform>%Ln sessions, the latest first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SimilarUsers</name>
    <message numerus="yes">
        <source>%n item(s) in common</source>
        <translation>
            <numerusform>%n item in common</numerusform>
            <numerusform>%n items in common</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SpanStep</name>
    <message numerus="yes">
        <source>%n steps lie outside and were cut off.</source>
        <translation>
            <numerusform>%n step lies outside and was cut off.</numerusform>
            <numerusform>%n steps lie outside and were cut off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::SpectrumChart</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarters</source>
        <translation>
            <numerusform>%n quarter</numerusform>
            <numerusform>%n quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::StateDrawing</name>
    <message numerus="yes">
        <source>%1, %2: %Ln user(s)</source>
        <translation>
            <numerusform>%1, %2: %Ln user</numerusform>
            <numerusform>%1, %2: %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::StayView</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purchases in %n day(s)</source>
        <translation>
            <numerusform>Purchases in %n day</numerusform>
            <numerusform>Purchases in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No purchase in %n day(s)</source>
        <translation>
            <numerusform>No purchase in %n day</numerusform>
            <numerusform>No purchase in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Value in %n day(s)</source>
        <translation>
            <numerusform>Value in %n day</numerusform>
            <numerusform>Value in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::StockoutStep</name>
    <message numerus="yes">
        <source>Every zero counts as closed or out of stock, since even a quiet step sells far more (%n runs).</source>
        <translation>
            <numerusform>Every zero counts as closed or out of stock, since even a quiet step sells far more (%n run).</numerusform>
            <numerusform>Every zero counts as closed or out of stock, since even a quiet step sells far more (%n runs).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zeros in a row or more count as out of stock (%1 runs).</source>
        <translation>
            <numerusform>%n zero in a row or more counts as out of stock (runs: %1).</numerusform>
            <numerusform>%n zeros in a row or more count as out of stock (runs: %1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::StoredRuns</name>
    <message numerus="yes">
        <source>Imported %n runs.</source>
        <translation>
            <numerusform>Imported %n run.</numerusform>
            <numerusform>Imported %n runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::Suggest</name>
    <message numerus="yes">
        <source>%n steps before %1 hold %2 % of the whole series, which begins in earnest only then: their dates have gone astray.</source>
        <translation>
            <numerusform>%n step before %1 holds %2 % of the whole series, which begins in earnest only then: its date has gone astray.</numerusform>
            <numerusform>%n steps before %1 hold %2 % of the whole series, which begins in earnest only then: their dates have gone astray.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of the training part are below zero, which sales are not: returns weigh more than sales there.</source>
        <translation>
            <numerusform>%n value of the training part is below zero, which sales are not: returns weigh more than sales there.</numerusform>
            <numerusform>%n values of the training part are below zero, which sales are not: returns weigh more than sales there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was sold on %n open steps of the training part, though even a quiet one sells far more: the shop was closed.</source>
        <translation>
            <numerusform>Nothing was sold on %n open step of the training part, though even a quiet one sells far more: the shop was closed.</numerusform>
            <numerusform>Nothing was sold on %n open steps of the training part, though even a quiet one sells far more: the shop was closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zeros stand in a row in the training part, where zeros have a share of %1 %.</source>
        <translation>
            <numerusform>%n zero stands alone in the training part, where zeros have a share of %1 %.</numerusform>
            <numerusform>%n zeros stand in a row in the training part, where zeros have a share of %1 %.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of the training part lie far from trend and season.</source>
        <translation>
            <numerusform>%n value of the training part lies far from trend and season.</numerusform>
            <numerusform>%n values of the training part lie far from trend and season.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps of the training part have no value; of an item that sells now and then that is a zero.</source>
        <translation>
            <numerusform>%n step of the training part has no value; of an item that sells now and then that is a zero.</numerusform>
            <numerusform>%n steps of the training part have no value; of an item that sells now and then that is a zero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps of the training part have no value.</source>
        <translation>
            <numerusform>%n step of the training part has no value.</numerusform>
            <numerusform>%n steps of the training part have no value.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::UnfinishedList</name>
    <message numerus="yes">
        <source>%n more stopped; they come up here as these are resumed or discarded.</source>
        <translation>
            <numerusform>One more stopped; it comes up here as these are resumed or discarded.</numerusform>
            <numerusform>%n more stopped; they come up here as these are resumed or discarded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::UpdateLadder</name>
    <message numerus="yes">
        <source>Nothing but the history that the model is asked with: %n steps more.</source>
        <translation>
            <numerusform>Nothing but the history that the model is asked with: %n step more.</numerusform>
            <numerusform>Nothing but the history that the model is asked with: %n steps more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The coefficients went on over %n steps: mean %1 to %2, error of one step %3 to %4.</source>
        <translation>
            <numerusform>The coefficients went on over %n step: mean %1 to %2, error of one step %3 to %4.</numerusform>
            <numerusform>The coefficients went on over %n steps: mean %1 to %2, error of one step %3 to %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean error on the last %n steps %1 to %2</source>
        <translation>
            <numerusform>mean error on the last step %1 to %2</numerusform>
            <numerusform>mean error on the last %n steps %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n steps have no observation to judge a model by.</source>
        <translation>
            <numerusform>The last step has no observation to judge a model by.</numerusform>
            <numerusform>The last %n steps have no observation to judge a model by.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::UserOutlook</name>
    <message numerus="yes">
        <source>In the next %n day(s) %1 purchase days are expected (%2 to %3), none at all with %4 %.</source>
        <translation>
            <numerusform>In the next day %1 purchase days are expected (%2 to %3), none at all with %4 %.</numerusform>
            <numerusform>In the next %n days %1 purchase days are expected (%2 to %3), none at all with %4 %.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the next %n day(s) %1 purchase days are expected, none at all with %2 %.</source>
        <translation>
            <numerusform>In the next day %1 purchase days are expected, none at all with %2 %.</numerusform>
            <numerusform>In the next %n days %1 purchase days are expected, none at all with %2 %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::UsersModel</name>
    <message numerus="yes">
        <source>Purchase days expected in the next %n day(s), by %1.</source>
        <translation>
            <numerusform>Purchase days expected in the next day, by %1.</numerusform>
            <numerusform>Purchase days expected in the next %n days, by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What the purchases of the next %n day(s) are worth today, by %1 and a model of spend.</source>
        <translation>
            <numerusform>What the purchases of the next day are worth today, by %1 and a model of spend.</numerusform>
            <numerusform>What the purchases of the next %n days are worth today, by %1 and a model of spend.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::WhyTab</name>
    <message numerus="yes">
        <source>Mean absolute error one step ahead %1 %2, from %3 origins in the test part; each group was shuffled %n times.</source>
        <translation>
            <numerusform>Mean absolute error one step ahead %1 %2, from %3 origins in the test part; each group was shuffled %n time.</numerusform>
            <numerusform>Mean absolute error one step ahead %1 %2, from %3 origins in the test part; each group was shuffled %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Forecast</name>
    <message numerus="yes">
        <source>%n series left out:</source>
        <translation>
            <numerusform>%n series left out:</numerusform>
            <numerusform>%n series left out:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Import</name>
    <message numerus="yes">
        <source>The %n file(s) before it are imported.</source>
        <translation>
            <numerusform>The %n file before it is imported.</numerusform>
            <numerusform>The %n files before it are imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The other %n file(s) are imported.</source>
        <translation>
            <numerusform>The other %n file is imported.</numerusform>
            <numerusform>The other %n files are imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same or the like of %n more file(s).</source>
        <translation>
            <numerusform>The same or the like of %n more file.</numerusform>
            <numerusform>The same or the like of %n more files.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Intent</name>
    <message numerus="yes">
        <source>a purchase within %n day(s)</source>
        <translation>
            <numerusform>a purchase within %n day</numerusform>
            <numerusform>a purchase within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no purchase for %n day(s)</source>
        <translation>
            <numerusform>no purchase for %n day</numerusform>
            <numerusform>no purchase for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not seen for %n day(s)</source>
        <translation>
            <numerusform>not seen for %n day</numerusform>
            <numerusform>not seen for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Live</name>
    <message numerus="yes">
        <source>%n user(s) online</source>
        <translation>
            <numerusform>%n user online</numerusform>
            <numerusform>%n users online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Overrides</name>
    <message numerus="yes">
        <source>%n corrections have no reason; say one with --reason.</source>
        <translation>
            <numerusform>%n correction has no reason; say one with --reason.</numerusform>
            <numerusform>%n corrections have no reason; say one with --reason.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Recipes</name>
    <message numerus="yes">
        <source>%n series left out:</source>
        <translation>
            <numerusform>%n series left out:</numerusform>
            <numerusform>%n series left out:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretrail::cli::Search</name>
    <message numerus="yes">
        <source>%n trainings of the search are stored. The same command goes on with it.</source>
        <translation>
            <numerusform>%n training of the search is stored. The same command goes on with it.</numerusform>
            <numerusform>%n trainings of the search are stored. The same command goes on with it.</numerusform>
        </translation>
    </message>
</context>
</TS>
