// Workbooks of forecasts, read back with the program's own reader. The numbers follow from the rule of the series: the seasonal naive
// of a week that repeats forecasts that week, and a naive forecast is the last value.
#include "core/report/ForecastReport.h"
#include "core/report/XlsxForecast.h"
#include "tests/support/SheetReader.h"
#include "tests/support/TestSupport.h"

using namespace foretrail;
using namespace foretrail::test;

namespace {

constexpr int days = 84;
double valueOn(int day) { return 10 + day % 7 + 1.0 / 3; }

Series weekly(const QString &key, Step step = Step::Day)
{
    Series series;
    series.key = key;
    series.name = key;
    series.unit = QStringLiteral("EUR");
    series.axis = {step, step == Step::None ? 5 : *parseWallTime(QStringLiteral("2024-01-01"))};
    for (int day = 0; day < days; ++day)
        series.values.push_back(valueOn(day));
    return series;
}

TrainingSpec specOf(const QString &model)
{
    TrainingSpec spec;
    spec.model.model = model;
    spec.model.season = 7;
    spec.horizon = 14;
    spec.split.test = 14;
    return spec;
}

ChartSheet chartOf(const Series &history)
{
    ChartSheet chart{QStringLiteral("Daily revenue"), QStringLiteral("Revenue (EUR)"), QStringLiteral("What the picture shows"), history.axis, 80, 87, {}};
    chart.curves.append({QStringLiteral("History"), SheetCurve::Style::Solid, 0, 0, history.values});
    chart.curves.append({QStringLiteral("Forecast"), SheetCurve::Style::Dashed, 0x2F6FDE, days, {11, 12, missing, 14}});
    return chart;
}

} // namespace

class TestWorkbookForecast : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sheetsHoldTheNumbers();
    void chartHoldsWhatIsSeen();
    void chartIsNative();
    void textsStayTexts();
    void hoursAndNumberedSteps();
    void tellsWhereItComesFrom();
    void correctionsAreInIt();

private:
    QString written(const Series &series, const TrainingSpec &spec)
    {
        auto outcome = runExperiment(series, spec, m_job);
        if (!outcome)
            return {};
        m_outcome = *outcome;
        m_outcome.fingerprint = QStringLiteral("d-r");
        const auto bytes = forecastWorkbook(m_outcome, spec, m_provenance, chartOf(m_outcome.history));
        const QString path = m_folder.filePath(QStringLiteral("f.xlsx"));
        writeAll(path, bytes ? *bytes : QByteArray());
        return path;
    }

    QTemporaryDir m_folder;
    JobContext m_job;
    ForecastOutcome m_outcome;
    const Provenance m_provenance{QStringLiteral("/shops/shop.foretrail"), QStringLiteral("run 3"), 7, QStringLiteral("d-r"),
                                  QDateTime::fromString(QStringLiteral("2024-05-01T12:00:00Z"), Qt::ISODate), QStringLiteral("1.2")};
};

void TestWorkbookForecast::sheetsHoldTheNumbers()
{
    const QString path = written(weekly(QStringLiteral("tea")), specOf(QStringLiteral("snaive")));
    const QList<QStringList> forecast = sheetRows(path, QStringLiteral("Forecast"));
    QCOMPARE(forecast.size(), 1 + 14);
    QCOMPARE(forecast[0].join(u','), QStringLiteral("series,h,time,model,mean,lo80,hi80,lo95,hi95"));
    for (int h = 1; h <= 14; ++h) {
        const QStringList &row = forecast[h];
        QCOMPARE(row[0], QStringLiteral("tea"));
        QCOMPARE(row[1].toInt(), h);
        QCOMPARE(row[2], QDate(2024, 1, 1).addDays(days + h - 1).toString(Qt::ISODate) + QStringLiteral(" 00:00:00"));
        QCOMPARE(row[3], QStringLiteral("snaive"));
        QVERIFY2(isSameNumber(row[4], valueOn(days + h - 1)), qPrintable(row[4])); // the week again
        QVERIFY(isSameNumber(row[5], m_outcome.future.band(80)->low[size_t(h - 1)]));
        QVERIFY(isSameNumber(row[8], m_outcome.future.band(95)->high[size_t(h - 1)]));
    }
    const QList<QStringList> history = sheetRows(path, QStringLiteral("History"));
    QCOMPARE(history.size(), 1 + days);
    for (int day = 0; day < days; ++day) {
        QCOMPARE(history[day + 1][1].left(10), QDate(2024, 1, 1).addDays(day).toString(Qt::ISODate));
        QVERIFY2(isSameNumber(history[day + 1][2], valueOn(day)), qPrintable(history[day + 1][2]));
    }
    QVERIFY(zipMember(path, QStringLiteral("xl/worksheets/sheet3.xml")).contains("<v>10.33333333333333</v>")); // 31/3 in sixteen digits
    const QList<QStringList> metrics = sheetRows(path, QStringLiteral("Metrics"));
    QCOMPARE(metrics[0], QStringList({QStringLiteral("metric"), QStringLiteral("snaive"), m_outcome.baseline, QStringLiteral("meaning"), QStringLiteral("name")}));
    QCOMPARE(metrics[1].value(0), QStringLiteral("MAE"));
    for (const QStringList &row : metrics.mid(1)) { // no code where people read
        QVERIFY2(!row.value(0).contains(QLatin1String("coverage")) && !row.value(0).contains(QLatin1String("winkler")), qPrintable(row.value(0)));
        QVERIFY2(!row.value(3).isEmpty(), qPrintable(row.value(0)));
    }
    QVERIFY(std::any_of(metrics.begin(), metrics.end(), [](const QStringList &row) { return row.value(0) == u"80 % band held" && row.value(4) == u"coverage80"; }));
    QVERIFY(isSameNumber(metrics[1].value(1), 0.0)); // a week that repeats is forecast exactly
    QCOMPARE(metrics.size(), 1 + qsizetype(metricFields().size()) + 1);
    QCOMPARE(metrics.back()[1].toInt(), 14);
}

void TestWorkbookForecast::chartHoldsWhatIsSeen()
{
    const QString path = written(weekly(QStringLiteral("tea")), specOf(QStringLiteral("snaive")));
    const QList<QStringList> rows = sheetRows(path, QStringLiteral("Plotted"));
    QCOMPARE(rows.size(), 1 + 8); // steps 80 to 87
    QCOMPARE(rows[0].mid(0, 3), QStringList({QStringLiteral("time"), QStringLiteral("History"), QStringLiteral("Forecast")}));
    QCOMPARE(rows[1][0].left(10), QStringLiteral("2024-03-21")); // 80 days after 1 January 2024
    QVERIFY(isSameNumber(rows[1][1], valueOn(80)));
    QVERIFY(rows[1][2].isEmpty());
    QVERIFY(rows[5][1].isEmpty());
    QCOMPARE(rows[5][2].toDouble(), 11.0);
    QVERIFY(rows[7][2].isEmpty()); // what is missing has no cell
    QCOMPARE(rows[8][2].toDouble(), 14.0);
}

// A line chart of the workbook itself: whole lines for the history, dashes for the forecast, its words and its ranges.
void TestWorkbookForecast::chartIsNative()
{
    const QString path = written(weekly(QStringLiteral("tea")), specOf(QStringLiteral("snaive")));
    const QByteArray chart = zipMember(path, QStringLiteral("xl/charts/chart1.xml"));
    QVERIFY(chart.contains("<c:lineChart>"));
    QCOMPARE(chart.count("<c:ser>"), 2);
    QVERIFY2(chart.contains("Plotted!$A$2:$A$9") && chart.contains("Plotted!$B$2:$B$9") && chart.contains("Plotted!$C$2:$C$9"), chart.constData());
    QCOMPARE(chart.count("<a:prstDash val=\"dash\"/>"), 1);
    QVERIFY(chart.contains("<c:catAx>") && chart.contains("yyyy-mm-dd"));
    QVERIFY(chart.contains("Daily revenue"));
    QVERIFY(zipMember(path, QStringLiteral("xl/drawings/drawing1.xml")).contains("descr=\"What the picture shows\""));
}

// What begins with = + - @ is the text of a cell, never its formula.
void TestWorkbookForecast::textsStayTexts()
{
    for (const char *name : {"=1+1", "+1", "-2+3", "@SUM(A1)"}) {
        const QString key = QString::fromLatin1(name);
        const QString path = written(weekly(key), specOf(QStringLiteral("naive")));
        QCOMPARE(sheetRows(path, QStringLiteral("Forecast"))[1][0], key);
        QCOMPARE(sheetRows(path, QStringLiteral("History"))[1][0], key);
        for (int sheet = 1; sheet <= 6; ++sheet) {
            const QByteArray cells = zipMember(path, QStringLiteral("xl/worksheets/sheet%1.xml").arg(sheet));
            QVERIFY(cells.contains("<sheetData") && !cells.contains("<f>"));
        }
    }
    // Nor is the title of the chart a reference to cells.
    ChartSheet titled = chartOf(m_outcome.history);
    titled.title = QStringLiteral("=1+1 a day");
    const auto bytes = forecastWorkbook(m_outcome, specOf(QStringLiteral("naive")), m_provenance, titled);
    QVERIFY(bytes);
    const QString path = m_folder.filePath(QStringLiteral("titled.xlsx"));
    writeAll(path, *bytes);
    QVERIFY(zipMember(path, QStringLiteral("xl/charts/chart1.xml")).contains("=1+1 a day</a:t>"));
}

void TestWorkbookForecast::hoursAndNumberedSteps()
{
    const QString hours = written(weekly(QStringLiteral("tea"), Step::Hour), specOf(QStringLiteral("naive")));
    QCOMPARE(sheetRows(hours, QStringLiteral("History"))[26][1], QStringLiteral("2024-01-02 01:00:00"));
    QVERIFY(zipMember(hours, QStringLiteral("xl/charts/chart1.xml")).contains("hh:mm"));
    const QString numbered = written(weekly(QStringLiteral("tea"), Step::None), specOf(QStringLiteral("naive")));
    QCOMPARE(sheetRows(numbered, QStringLiteral("History"))[0][1], QStringLiteral("step"));
    QCOMPARE(sheetRows(numbered, QStringLiteral("History"))[1][1], QStringLiteral("5"));
    QVERIFY(sheetRows(numbered, QStringLiteral("Forecast"))[1][2].isEmpty());
}

void TestWorkbookForecast::tellsWhereItComesFrom()
{
    const QString path = written(weekly(QStringLiteral("tea")), specOf(QStringLiteral("snaive")));
    QStringList told;
    for (const QStringList &row : sheetRows(path, QStringLiteral("Provenance")))
        told << row.value(1);
    for (const char *fact : {"shop.foretrail", "run 3", "snaive", "7", "d-r", "2024-05-01T12:00:00Z", "Foretrail 1.2"})
        QVERIFY2(told.contains(QString::fromLatin1(fact)), fact);
    const QString small = told.join(u'\n');
    for (const char *part : {"data from 2024-01-01 to 2024-03-24", "model snaive", "WAPE 0.0 %, baseline", "80 % promised, 100.0 % held", "95 % promised, 100.0 % held"})
        QVERIFY2(small.contains(QString::fromLatin1(part)), qPrintable(small));
    QCOMPARE(written(weekly(QStringLiteral("tea")), specOf(QStringLiteral("snaive"))), path);
    QVERIFY(zipMember(path, QStringLiteral("docProps/core.xml")).contains("2024-05-01T12:00:00Z"));
}

/// The same table as in CSV, every correction with its reason, and a sentence.
void TestWorkbookForecast::correctionsAreInIt()
{
    const TrainingSpec spec = specOf(QStringLiteral("snaive"));
    QVERIFY(!written(weekly(QStringLiteral("tea")), spec).isEmpty());
    const auto at = [this](int h) { return m_outcome.history.timeAt(m_outcome.history.size() + h - 1); };
    const QList<Override> overrides{{OverrideLayer::Analyst, at(2), OverrideKind::Percent, 10, QStringLiteral("=promotion"), 11, QStringLiteral("snaive"), {}},
                                    {OverrideLayer::Manager, at(2), OverrideKind::Value, 20, QString(), 12.1, QStringLiteral("snaive"), {}},
                                    {OverrideLayer::Manager, at(5), OverrideKind::Add, -3, QStringLiteral("holiday"), 14, QStringLiteral("snaive"), {}}};
    const AdjustedForecast adjusted = foretrail::adjusted(m_outcome.future, m_outcome.history.axis, m_outcome.history.size(), overrides);
    const auto bytes = forecastWorkbook(m_outcome, spec, m_provenance, chartOf(m_outcome.history), adjusted);
    VERIFY_RESULT(bytes);
    const QString path = m_folder.filePath(QStringLiteral("corrected.xlsx"));
    writeAll(path, *bytes);
    const QList<QStringList> csv = futureTable(m_outcome, QStringLiteral("snaive"), spec.levels, adjusted), sheet = sheetRows(path, QStringLiteral("Forecast"));
    QCOMPARE(sheet[0].mid(9), QStringList({QStringLiteral("analyst"), QStringLiteral("manager"), QStringLiteral("adjusted")}));
    QCOMPARE(sheet.size(), csv.size());
    for (qsizetype row = 1; row < csv.size(); ++row)
        for (qsizetype column = 4; column < csv[row].size(); ++column)
            QVERIFY2(isSameNumber(sheet[row][column], csv[row][column].toDouble()), qPrintable(sheet[row][column]));
    QCOMPARE(sheet[2][11].toDouble(), 20.0);
    const QList<QStringList> corrections = sheetRows(path, QStringLiteral("Corrections"));
    QCOMPARE(corrections.size(), 1 + 3);
    QCOMPARE(corrections[1].mid(1, 3), QStringList({QStringLiteral("analyst"), QStringLiteral("+10 %"), QStringLiteral("=promotion")}));
    QCOMPARE(corrections[3].mid(1, 3), QStringList({QStringLiteral("manager"), QStringLiteral("-3"), QStringLiteral("holiday")}));
    QCOMPARE(corrections[2][0].left(10), QStringLiteral("2024-03-26")); // 85 days after 1 January 2024
    QVERIFY(isSameNumber(corrections[3][4], valueOn(days + 4)) && isSameNumber(corrections[3][5], valueOn(days + 4) - 3));
    QStringList told;
    for (const QStringList &row : sheetRows(path, QStringLiteral("Provenance")))
        told << row.value(1);
    QVERIFY2(told.join(u'\n').contains(QStringLiteral("2 of 14 steps were corrected by hand")), qPrintable(told.join(u'\n')));
    QVERIFY(told.join(u'\n').contains(QStringLiteral("(=promotion; holiday)")));
    QVERIFY(zipMember(path, QStringLiteral("xl/workbook.xml")).contains("\"Corrections\""));
    QVERIFY(!zipMember(written(weekly(QStringLiteral("tea")), spec), QStringLiteral("xl/workbook.xml")).contains("\"Corrections\""));
}

FORETRAIL_TEST_MAIN(TestWorkbookForecast, QCoreApplication)
#include "tst_workbook_forecast.moc"
