#include "ui/models/TableFilter.h"

#include "ui/models/EmptyLastProxy.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace foretrail {

namespace {

/// At least as many as make a list long.
int rowsBelow(const QAbstractItemModel &model, const QModelIndex &parent)
{
    const int rows = model.rowCount(parent);
    int all = rows;
    for (int row = 0; row < rows && all < FilterLine::longFrom; ++row)
        all += rowsBelow(model, model.index(row, 0, parent));
    return all;
}

} // namespace

FilterLine::FilterLine(const QString &name, QWidget *parent) : QLineEdit(parent)
{
    setObjectName(name);
    setClearButtonEnabled(true);
    retranslate();
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return event->accept();
    QLineEdit::keyPressEvent(event);
}

void FilterLine::retranslate()
{
    setPlaceholderText(tr("Filter rows"));
    setAccessibleName(tr("Filter rows"));
    setToolTip(tr("Shows the rows that contain this text"));
}

void FilterLine::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

TableFilter::TableFilter(const QAbstractItemView &table, QWidget *parent)
    : FilterLine(table.objectName() + QStringLiteral("Filter"), parent), m_rows(qobject_cast<EmptyLastProxy *>(table.model()))
{
    Q_ASSERT(m_rows);
    connect(this, &QLineEdit::textChanged, m_rows, [rows = m_rows](const QString &text) { rows->setFilterFixedString(text.trimmed()); });
    const QAbstractItemModel *model = m_rows->sourceModel();
    connect(model, &QAbstractItemModel::modelReset, this, &TableFilter::showWhereLong);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableFilter::showWhereLong);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TableFilter::showWhereLong);
    if (!isLong())
        hide();
}

bool TableFilter::isLong() const { return rowsBelow(*m_rows->sourceModel(), {}) >= longFrom; }

/// With a text in it, too: else nobody knew where the other rows are.
void TableFilter::showWhereLong() { setVisible(isLong() || !text().isEmpty()); }

QWidget *underFilter(QAbstractItemView *table)
{
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space / 2);
    column->addWidget(new TableFilter(*table));
    column->addWidget(table, 1);
    return both;
}

} // namespace foretrail
