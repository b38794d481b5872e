#include "ui/widgets/AccuracyTable.h"

#include "ui/charts/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ColumnFit.h"
#include "ui/models/TableHabits.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

QString percent(double share)
{
    return std::isnan(share) ? QStringLiteral("–") : QLocale().toString(100 * share, 'f', 1) + QStringLiteral(" %");
}

QString signedPercent(double share)
{
    return share > 0 ? QLatin1Char('+') + percent(share) : percent(share);
}

constexpr double shortenedFrom = 1e9; ///< figures from here on are shortened, whole in their tooltips

QString number(double value)
{
    return std::isnan(value) ? QStringLiteral("–") : std::abs(value) < shortenedFrom ? plainNumber(value) : shortNumber(value);
}

/// What a shortened figure is, on a line of its own.
QString wholeNumber(double value)
{
    return std::abs(value) < shortenedFrom || !std::isfinite(value) ? QString() : QLatin1Char('\n') + plainNumber(value);
}

QString ratio(double value)
{
    return std::isnan(value) ? QStringLiteral("–") : QLocale().toString(value, 'f', 2);
}

} // namespace

AccuracyTable::AccuracyTable(QWidget *parent) : QTableWidget(7, 3, parent)
{
    setObjectName(QStringLiteral("accuracyTable"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    keepColumnsInPlace(*this);
    keepRowsInPlace(*this); // a row a measure, each in its own unit
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    fill();
}

void AccuracyTable::setMetrics(const Metrics &model, const Metrics &baseline, const QString &baselineTitle)
{
    m_model = model;
    m_baseline = baseline;
    m_title = baselineTitle;
    fill();
}

void AccuracyTable::fill()
{
    setFont(Theme::tableFont());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    setAccessibleName(tr("Accuracy on the test part"));
    const struct {
        QString name, help, model, baseline;
        double modelValue = missing, baselineValue = missing; ///< in the unit of the series
    } rows[] = {
        {tr("WAPE"), tr("Sum of absolute errors over the sum of what happened"), percent(m_model.wape), percent(m_baseline.wape)},
        {tr("MAE"), tr("Mean absolute error, in the unit of the series"), number(m_model.mae), number(m_baseline.mae), m_model.mae, m_baseline.mae},
        {tr("RMSE"), tr("Root of the mean squared error, in the unit of the series"), number(m_model.rmse), number(m_baseline.rmse), m_model.rmse, m_baseline.rmse},
        {tr("MASE"), tr("Mean absolute error over that of the seasonal naive inside the training part"), ratio(m_model.mase), ratio(m_baseline.mase)},
        {tr("Bias"), tr("Positive: more happened than was forecast"), signedPercent(m_model.bias), signedPercent(m_baseline.bias)},
        {tr("80 % band held"), tr("Share of the test part inside the 80 % band"), percent(m_model.coverage80), percent(m_baseline.coverage80)},
        {tr("95 % band held"), tr("Share of the test part inside the 95 % band"), percent(m_model.coverage95), percent(m_baseline.coverage95)},
    };
    for (int column = 0; column < 3; ++column) {
        auto *header = new QTableWidgetItem(column == 0 ? QString() : column == 1 ? tr("this") : m_title.isEmpty() ? tr("baseline") : m_title);
        header->setTextAlignment(column == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignRight | Qt::AlignVCenter);
        setHorizontalHeaderItem(column, header);
    }
    QFont bold = font();
    bold.setBold(true);
    for (int row = 0; row < rowCount(); ++row) {
        const QString texts[] = {rows[row].name, rows[row].model, rows[row].baseline};
        for (int column = 0; column < 3; ++column) {
            auto *cell = new QTableWidgetItem(texts[column]);
            cell->setToolTip(rows[row].help + (column == 1 ? wholeNumber(rows[row].modelValue) : column == 2 ? wholeNumber(rows[row].baselineValue) : QString()));
            if (column > 0)
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (column == 1)
                cell->setFont(bold);
            else
                cell->setForeground(Theme::colors().secondary);
            setItem(row, column, cell);
        }
    }
    m_neededWidth = fitColumns(*this, 0);
    updateGeometry();
}

QSize AccuracyTable::sizeHint() const
{
    return {std::max(220, m_neededWidth), horizontalHeader()->sizeHint().height() + verticalHeader()->length() + 2};
}

QSize AccuracyTable::minimumSizeHint() const { return sizeHint(); }

void AccuracyTable::changeEvent(QEvent *event)
{
    QTableWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace foretrail
