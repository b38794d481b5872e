#include "ui/widgets/BacktestGroups.h"

#include "ui/models/BacktestColumns.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PlainTable.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTableView>

#include <algorithm>

namespace foretrail {

namespace {

constexpr BacktestColumn groupColumns[] = {BacktestColumn::Wape, BacktestColumn::Skill, BacktestColumn::Mase, BacktestColumn::Bias, BacktestColumn::Coverage80};

} // namespace

BacktestGroups::BacktestGroups(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_attribute(new QComboBox), m_table(plainTable(QStringLiteral("backtestGroupsTable"), &m_model))
{
    m_attribute->setObjectName(QStringLiteral("backtestAttribute"));
    m_attribute->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_title->setBuddy(m_attribute);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_attribute, &QComboBox::activated, this, &BacktestGroups::showTable);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title);
    row->addWidget(m_attribute);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_table, 1);
    retranslate();
}

/// A group is called attribute=value.
void BacktestGroups::setFindings(const BacktestFindings &findings)
{
    m_findings = findings;
    const QString chosen = m_attribute->currentText();
    QStringList attributes;
    for (const BacktestGroup &group : findings.report.tables.byGroup)
        attributes << group.name.section(QLatin1Char('='), 0, 0);
    attributes.removeDuplicates();
    m_attribute->clear();
    m_attribute->addItems(attributes);
    m_attribute->setCurrentIndex(std::max<int>(0, int(attributes.indexOf(chosen))));
    showTable();
}

void BacktestGroups::showTable()
{
    const QString attribute = m_attribute->currentText();
    QStringList header{attribute, tr("Model")};
    for (const BacktestColumn column : groupColumns)
        header << backtestColumnTitle(column, m_findings.unit);
    QList<QStringList> rows{header};
    TextTableModel::Orders orders;
    for (const BacktestGroup &group : m_findings.report.tables.byGroup) {
        if (group.name.section(QLatin1Char('='), 0, 0) != attribute)
            continue;
        QStringList row{group.name.section(QLatin1Char('='), 1), group.model};
        for (const BacktestColumn column : groupColumns) {
            const double value = backtestValue(group.metrics, column);
            orders[int(row.size())] << value;
            row << backtestText(value, column);
        }
        rows << row;
    }
    m_model.setTable(rows, orders);
    setColumnWidths(m_table, {150, 110, 80, 80, 80, 80, 110});
}

void BacktestGroups::retranslate()
{
    m_title->setText(tr("&Grouped by"));
    m_attribute->setToolTip(tr("What an imported catalogue says of the series"));
    m_table->setAccessibleName(tr("Errors by group"));
    showTable();
}

void BacktestGroups::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
