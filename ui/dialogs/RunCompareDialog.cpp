#include "ui/dialogs/RunCompareDialog.h"

#include "core/evaluation/Metrics.h"
#include "core/training/RunComparison.h"
#include "ui/charts/LineChart.h"
#include "ui/charts/Ticks.h"
#include "ui/models/SettingTexts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/PlainTable.h"
#include "ui/models/TableHabits.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct RunCompareText { Q_DECLARE_TR_FUNCTIONS(foretrail::RunCompareDialog) };

Metrics metricsIn(const RunSummary &run, const char *of) { return Metrics::fromJson(run.metrics.value(QLatin1String(of)).toObject()); }

QString percentOrPlain(double value, bool isPercent)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    return isPercent ? QLocale().toString(100 * value, 'f', 1) : plainNumber(value);
}

QStringList errorRow(const QString &title, const QList<RunRecord> &runs, double Metrics::*metric, bool isPercent = false)
{
    QStringList row{title};
    for (const RunRecord &run : runs)
        row += RunCompareText::tr("%1 v %2", "12.3 against the baseline's 14.5")
                   .arg(percentOrPlain(metricsIn(run.summary, "model").*metric, isPercent),
                        percentOrPlain(metricsIn(run.summary, "baseline").*metric, isPercent));
    return row;
}

/// Of a setting as a person reads it: steps of a recipe by their names, choices by their words.
QString valueText(const QString &path, const RunSummary &run, const QString &value)
{
    if (path == u"recipe.steps") {
        const Result<TrainingSpec> spec = TrainingSpec::fromJson(run.spec);
        return spec ? stepsInWords(spec->recipe) : value;
    }
    for (const auto &[name, words] : settingChoices(path))
        if (name == value)
            return words;
    return value.isEmpty() ? QStringLiteral("–") : value;
}

QString titleOf(const QString &path)
{
    if (path == u"recipe.steps")
        return RunCompareText::tr("Recipe");
    const QString title = settingText(path).title;
    return title.isEmpty() ? path : title;
}

/// Runs of one name are told apart by their numbers.
QString runTitle(const RunRecord &run, const QList<RunRecord> &runs)
{
    const auto same = std::ranges::count_if(runs, [&](const RunRecord &other) { return other.summary.name == run.summary.name; });
    return same > 1 ? RunCompareText::tr("%1, run %2").arg(run.summary.name).arg(run.summary.id.value) : run.summary.name;
}

/// The titles of their columns without what all of them begin with, as there is little room at the end of a curve.
QStringList curveTitles(const QList<RunRecord> &runs)
{
    const QString between = QStringLiteral(" · ");
    QList<QStringList> all;
    for (const RunRecord &run : runs)
        all += runTitle(run, runs).split(between);
    const auto begin = [&all] {
        return std::ranges::all_of(all, [&](const QStringList &words) { return words.size() > 1 && words.front() == all.front().front(); });
    };
    while (begin())
        for (QStringList &words : all)
            words.removeFirst();
    QStringList titles;
    for (const QStringList &words : std::as_const(all))
        titles += words.join(between);
    return titles;
}

bool hasEpochs(const RunRecord &run) { return !run.epochs.isEmpty(); }

/// What the losses of a run are measured in: the loss itself, and the scale that the network sees.
QString lossKind(const RunRecord &run)
{
    const QJsonObject &spec = run.summary.spec;
    const bool isGlobal = run.summary.model.endsWith(u"-global");
    const QJsonObject settings = isGlobal ? spec.value(u"global").toObject() : spec;
    const QString loss = settings.value(u"loss").toString();
    for (const auto &[name, words] : settingChoices(QStringLiteral("loss")))
        if (name == loss)
            return isGlobal || spec.value(u"normalisation").toString() == u"minmax" ? words : RunCompareText::tr("%1 in the unit of the data", "a loss").arg(words);
    return loss;
}

/// By the first of them that is a number: the losses become shares of it.
std::vector<double> sharesOfFirst(std::vector<double> losses)
{
    const auto first = std::ranges::find_if(losses, [](double loss) { return std::isfinite(loss) && loss != 0; });
    const double unit = first == losses.end() ? 1 : std::abs(*first);
    for (double &loss : losses)
        loss /= unit;
    return losses;
}

} // namespace

QList<QStringList> runComparison(const QList<RunRecord> &runs)
{
    QList<RunSummary> summaries;
    QStringList header{QString()}, epochs{RunCompareText::tr("Epochs done")}, seconds{RunCompareText::tr("Seconds")}, series{RunCompareText::tr("Series")};
    for (const RunRecord &run : runs) {
        summaries.append(run.summary);
        header += runTitle(run, runs);
        epochs += run.epochs.isEmpty() ? QStringLiteral("–") : QLocale().toString(run.epochs.size());
        seconds += QLocale().toString(run.summary.seconds, 'f', 1);
        series += run.summary.seriesName;
    }
    QList<QStringList> table{header,
                             errorRow(RunCompareText::tr("WAPE, %"), runs, &Metrics::wape, true),
                             errorRow(RunCompareText::tr("MASE"), runs, &Metrics::mase),
                             errorRow(RunCompareText::tr("MAE"), runs, &Metrics::mae),
                             errorRow(RunCompareText::tr("RMSE"), runs, &Metrics::rmse), series, epochs, seconds};
    for (const SettingDifference &difference : differingSettings(summaries)) {
        if (difference.path == u"series")
            continue; // stands there by name
        QStringList row{titleOf(difference.path)};
        for (qsizetype i = 0; i < runs.size(); ++i)
            row += valueText(difference.path, summaries[i], difference.values[i]);
        table += row;
    }
    return table;
}

RunCompareDialog::RunCompareDialog(const QList<RunRecord> &runs, QWidget *parent)
    : QDialog(parent), m_runs(runs), m_model(runComparison(runs)), m_curve(new QComboBox(this)), m_scale(new QLabel(this)), m_chart(new LineChart(this))
{
    setObjectName(QStringLiteral("runCompareDialog"));
    setWindowTitle(tr("Compare runs"));
    m_curve->setObjectName(QStringLiteral("compareCurve"));
    m_curve->setAccessibleName(tr("What is drawn"));
    m_curve->addItems({tr("Validation loss"), tr("Training loss")});
    m_scale->setObjectName(QStringLiteral("compareScale"));
    m_scale->setProperty("quiet", true);
    m_scale->setWordWrap(true);
    m_chart->setObjectName(QStringLiteral("compareChart"));
    m_chart->setEmptyText(tr("These models are fitted in one go: there are no epochs to draw."));
    m_chart->setMinimumHeight(160);
    auto *table = plainTable(QStringLiteral("compareTable"), &m_model, RowOrder::OfModel);
    table->setAccessibleName(windowTitle());
    keepColumnsByTitles(*table);
    keepRowsInPlace(*table); // a row an error or a setting, each in its own unit
    auto *close = new QPushButton(tr("&Close"), this);
    close->setObjectName(QStringLiteral("closeCompareRuns"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(m_curve, 0, Qt::AlignLeft);
    layout->addWidget(m_scale);
    layout->addWidget(m_chart, 1);
    layout->addWidget(table, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(820, 640);
    fitColumns(*table, -1);
    connect(m_curve, &QComboBox::currentIndexChanged, this, &RunCompareDialog::draw);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    draw();
}

QStringList RunCompareDialog::lossKinds() const
{
    QStringList kinds;
    for (const RunRecord &run : m_runs)
        if (hasEpochs(run) && !kinds.contains(lossKind(run)))
            kinds += lossKind(run);
    return kinds;
}

/// Losses of different kinds would say nothing of each other on one scale, so each is drawn on its own.
void RunCompareDialog::draw()
{
    ChartContent content;
    const bool isValidation = m_curve->currentIndex() == 0;
    const QStringList kinds = lossKinds();
    const bool isApart = kinds.size() > 1;
    m_curve->setVisible(!kinds.isEmpty());
    m_scale->setVisible(isApart);
    m_scale->setText(tr("These runs learn by different losses (%1), which cannot be compared: each curve is drawn as a share of its own first epoch.")
                         .arg(kinds.join(tr(", ", "between losses"))));
    if (!kinds.isEmpty()) {
        content.title = windowTitle();
        content.valueTitle = isApart ? tr("%1, first epoch = 1", "a loss").arg(m_curve->currentText()) : m_curve->currentText();
        content.indexTitle = tr("Epoch");
    }
    int other = 0;
    const QStringList titles = curveTitles(m_runs);
    for (qsizetype i = 0; i < m_runs.size(); ++i) {
        const RunRecord &run = m_runs[i];
        if (run.epochs.isEmpty())
            continue;
        std::vector<double> losses;
        for (const EpochRecord &epoch : run.epochs)
            losses.push_back(isValidation ? epoch.validationLoss : epoch.trainingLoss);
        const QString &name = titles[i];
        content.curves.append({isApart ? tr("%1, %2", "loss, name of a run").arg(lossKind(run), name) : name, CurveRole::Other, other++, 1,
                               shared(isApart ? sharesOfFirst(std::move(losses)) : std::move(losses))});
    }
    m_chart->setContent(content);
}

void RunCompareDialog::open(const QList<RunRecord> &runs, QWidget *parent)
{
    auto *dialog = new RunCompareDialog(runs, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

} // namespace foretrail
