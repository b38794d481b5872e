#include "ui/dialogs/IntentDialog.h"

#include "ui/charts/LineChart.h"
#include "ui/models/CellOrder.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/widgets/SortedItem.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

struct IntentDialogText { Q_DECLARE_TR_FUNCTIONS(foretrail::IntentDialog) };

QString intentFigure(double value) { return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', 3); }

/// With its standard error, which says what a difference between two of them may be by chance.
QString intentArea(const ProbabilityScores &scores)
{
    return std::isnan(scores.aucError) ? intentFigure(scores.auc) : QStringLiteral("%1 ± %2").arg(intentFigure(scores.auc), intentFigure(scores.aucError));
}

QTableWidgetItem *intentCell(const QString &text, Qt::Alignment side, bool isBold)
{
    auto *item = new SortedItem(text);
    item->setTextAlignment(side | Qt::AlignVCenter);
    QFont font = item->font();
    font.setBold(isBold);
    item->setFont(font);
    return item;
}

/// What happened at a share that was said, on straight lines between the bins; NaN beyond them.
double happenedAt(const std::vector<ReliabilityBin> &bins, double said)
{
    for (size_t i = 1; i < bins.size(); ++i)
        if (said >= bins[i - 1].said && said <= bins[i].said && bins[i].said > bins[i - 1].said)
            return bins[i - 1].happened + (bins[i].happened - bins[i - 1].happened) * (said - bins[i - 1].said) / (bins[i].said - bins[i - 1].said);
    return missing;
}

const ProbabilityScores *scoresOfChosen(const WorkspaceIntent &intent)
{
    const auto chosen = std::ranges::find_if(intent.test, [&](const IntentEvaluation &one) { return one.model == intent.model.chosen; });
    return chosen == intent.test.end() ? nullptr : &chosen->scores;
}

} // namespace

ChartContent reliabilityChart(const ProbabilityScores &scores)
{
    ChartContent content;
    const double largest = scores.bins.empty() ? 0 : scores.bins.back().said;
    const double unit = largest < 0.1 ? 1000 : 100;
    content.title = IntentDialogText::tr("What was said and what happened");
    content.valueTitle = unit == 100 ? IntentDialogText::tr("Happened, %") : IntentDialogText::tr("Happened, of 1000");
    content.indexTitle = unit == 100 ? IntentDialogText::tr("Said, %") : IntentDialogText::tr("Said, of 1000");
    if (scores.bins.size() < 2)
        return content;
    const auto steps = size_t(std::ceil(largest * unit)) + 1;
    std::vector<double> happened, alike;
    for (size_t i = 0; i < steps; ++i) {
        happened.push_back(unit * happenedAt(scores.bins, double(i) / unit));
        alike.push_back(double(i));
    }
    PointMarks bins{IntentDialogText::tr("Tenths", "of the users, by what was said"), PointShape::Diamond, {}, {}};
    for (const ReliabilityBin &bin : scores.bins) {
        const auto at = qint64(std::lround(bin.said * unit));
        if (!bins.at.empty() && bins.at.back() == at)
            continue;
        bins.at.push_back(at);
        bins.values.push_back(bin.happened * unit);
        happened[size_t(at)] = bin.happened * unit;
    }
    content.curves.append({IntentDialogText::tr("Happened"), CurveRole::History, 0, 0, shared(std::move(happened))});
    content.curves.append({IntentDialogText::tr("As said"), CurveRole::Forecast, 0, 0, shared(std::move(alike))});
    content.points.append(bins);
    return content;
}

IntentDialog::IntentDialog(const WorkspaceIntent &intent, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("intentDialog"));
    setWindowTitle(tr("How good the probabilities are"));
    auto *words = new QLabel(intentQuality(intent), this);
    words->setObjectName(QStringLiteral("intentDialogWords"));
    words->setWordWrap(true);
    auto *table = new QTableWidget(this);
    table->setObjectName(QStringLiteral("intentModels"));
    table->setAccessibleName(tr("Models"));
    fillTable(table, intent);
    auto *chart = new LineChart(this);
    chart->setObjectName(QStringLiteral("reliabilityChart"));
    chart->setMinimumHeight(220);
    chart->setEmptyText(tr("Everybody was told the same, or nothing could be tested: there is no curve."));
    const ProbabilityScores *const scores = scoresOfChosen(intent);
    chart->setContent(reliabilityChart(scores ? *scores : ProbabilityScores()));
    connect(chart, &LineChart::exportRequested, this, [this, chart](const QString &format) { Q_EMIT exportRequested(chart->content(), format); });
    auto *notes = new QLabel(intent.notes.join(u' '), this);
    notes->setObjectName(QStringLiteral("intentNotes"));
    notes->setWordWrap(true);
    notes->setProperty("quiet", true);
    notes->setVisible(!intent.notes.isEmpty());
    auto *close = new QPushButton(tr("&Close"), this);
    close->setObjectName(QStringLiteral("closeIntent"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addWidget(words);
    layout->addWidget(table);
    layout->addWidget(chart, 1);
    layout->addWidget(notes);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(840, 640);
}

void IntentDialog::fillTable(QTableWidget *table, const WorkspaceIntent &intent)
{
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->setFont(Theme::tableFont());
    table->setColumnCount(6);
    table->setHorizontalHeaderLabels({tr("Model"), tr("ROC AUC"), tr("PR AUC"), tr("Log loss"), tr("Brier score"), tr("Calibration error")});
    table->horizontalHeaderItem(1)->setToolTip(tr("How often a user who did comes before one who did not, and its standard error: what lies within it may be chance"));
    table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 1; column < 6; ++column)
        table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->verticalHeader()->setDefaultSectionSize(std::max(26, QFontMetrics(Theme::tableFont()).height() + 10));
    table->setRowCount(int(intent.test.size()));
    for (int row = 0; row < intent.test.size(); ++row) {
        const auto &[model, scores] = intent.test[row];
        const bool isChosen = model == intent.model.chosen;
        const QString name = intentModelWords(model, intent.model.question);
        table->setItem(row, 0, intentCell(isChosen ? tr("%1 (taken)").arg(name) : name, Qt::AlignLeft, isChosen));
        table->setItem(row, 1, intentCell(intentArea(scores), Qt::AlignRight, isChosen));
        table->item(row, 1)->setData(orderRole, scores.auc);
        int column = 2;
        for (const double figure : {scores.prAuc, scores.logLoss, scores.brier, scores.ece})
            table->setItem(row, column++, intentCell(intentFigure(figure), Qt::AlignRight, isChosen));
    }
    table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // as they were tested, at first
    table->setSortingEnabled(true);
    table->setVisible(!intent.test.isEmpty());
    fitColumns(*table, 0);
    int height = table->horizontalHeader()->sizeHint().height() + 2 * table->frameWidth();
    for (int row = 0; row < table->rowCount(); ++row)
        height += table->rowHeight(row);
    table->setFixedHeight(height);
}

} // namespace foretrail
