#include "ui/widgets/ColumnsEditor.h"

#include "ui/charts/ForecastChart.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStringListModel>

namespace foretrail {

namespace {

constexpr int shownColumns = 4;

QComboBox *makeCombo(const QString &name)
{
    auto *combo = new QComboBox;
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return combo;
}

QString entryText(const QJsonObject &column)
{
    const QString name = column.value(u"name").toString();
    const QString key = column.value(u"key").toString();
    return !name.isEmpty() ? name : !key.isEmpty() ? key : ColumnsEditor::tr("New column");
}

/// A row of what is known already, or the text itself: attributes have names of their own.
void select(QComboBox *combo, const QString &name)
{
    const QSignalBlocker blocker(combo);
    int row = combo->findData(name);
    if (row < 0) {
        combo->addItem(name, name);
        row = combo->count() - 1;
    }
    combo->setCurrentIndex(row);
}

} // namespace

ColumnsEditor::ColumnsEditor(const ParameterInfo &parameter, QWidget *parent)
    : ParameterEditor(parent), m_list(new QListWidget), m_add(new QPushButton(tr("Add"))), m_remove(new QPushButton(tr("Remove"))),
      m_fields(new QWidget), m_by(makeCombo(QStringLiteral("columnBy"))), m_key(new QLineEdit), m_completer(new QCompleter(this)), m_offered(new QStringListModel(this)),
      m_all(m_key->addAction(Theme::icon(QStringLiteral("chevron")), QLineEdit::TrailingPosition)),
      m_measure(makeCombo(QStringLiteral("columnMeasure"))), m_name(new QLineEdit), m_known(new QCheckBox(tr("Known ahead")))
{
    for (const auto &[name, title] : {std::pair{"series", tr("Imported series")}, {"total", tr("Total")}, {"item", tr("By item")},
                                      {"category", tr("By category")}, {"kind", tr("By kind of event")}})
        m_by->addItem(title, QLatin1String(name));
    for (const Measure measure : {Measure::Value, Measure::Revenue, Measure::Quantity, Measure::Orders, Measure::Events, Measure::Users})
        m_measure->addItem(measureTitle(measure), measureName(measure));
    m_key->setObjectName(QStringLiteral("columnKey"));
    m_name->setObjectName(QStringLiteral("columnName"));
    m_known->setObjectName(QStringLiteral("columnKnown"));
    m_key->setPlaceholderText(tr("such as {1}/Temperature"));
    m_key->setToolTip(tr("The key of the series. {1}, {2} stand for the parts of the key of the series that is prepared, {key} for all of it."));
    m_name->setPlaceholderText(tr("as the key"));
    m_known->setToolTip(tr("A price list or a promotion plan is known when the forecast is made; a temperature is not."));
    m_completer->setModel(m_offered);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->popup()->setObjectName(QStringLiteral("completions"));
    m_key->setCompleter(m_completer);
    m_all->setObjectName(QStringLiteral("columnKeys"));
    m_all->setText(tr("Series of the workspace"));
    m_all->setToolTip(m_all->text());
    arrange(parameter);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &ColumnsEditor::edit, Qt::QueuedConnection); // first the line takes it
    connect(m_all, &QAction::triggered, this, [this] {
        m_completer->setCompletionPrefix({});
        m_completer->complete();
    });
    connect(m_add, &QPushButton::clicked, this, &ColumnsEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &ColumnsEditor::remove);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsEditor::showCurrent);
    for (QComboBox *combo : {m_by, m_measure})
        connect(combo, &QComboBox::activated, this, &ColumnsEditor::edit);
    for (QLineEdit *line : {m_key, m_name})
        connect(line, &QLineEdit::textEdited, this, &ColumnsEditor::edit);
    connect(m_known, &QCheckBox::clicked, this, &ColumnsEditor::edit);
    fill(-1);
}

void ColumnsEditor::arrange(const ParameterInfo &parameter)
{
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 4, 0, 0);
    form->setSpacing(4);
    form->addRow(tr("By"), m_by);
    form->addRow(tr("Series"), m_key);
    form->addRow(tr("Measure"), m_measure);
    form->addRow(tr("Name"), m_name);
    form->addRow(QString(), m_known);
    m_by->setAccessibleName(tr("By"));
    m_key->setAccessibleName(tr("Series"));
    m_measure->setAccessibleName(tr("Measure"));
    m_name->setAccessibleName(tr("Name"));
    auto *all = new QWidget(this);
    auto *grid = new QGridLayout(all);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->addWidget(m_list, 0, 0, 1, 2);
    grid->addWidget(m_add, 1, 0);
    grid->addWidget(m_remove, 1, 1);
    grid->addWidget(m_fields, 2, 0, 1, 2);
    setField(all, parameter);
    setFocusProxy(m_list);
    m_list->setObjectName(QStringLiteral("columnList"));
    m_list->setAccessibleName(parameter.title);
    m_list->setFont(Theme::tableFont());
    m_list->setFixedHeight(shownColumns * (QFontMetrics(Theme::tableFont()).height() + 6));
    m_add->setObjectName(QStringLiteral("columnAdd"));
    m_remove->setObjectName(QStringLiteral("columnRemove"));
}

void ColumnsEditor::show(const QJsonValue &value)
{
    m_columns = value.toArray();
    fill(m_list->currentRow());
}

QJsonObject ColumnsEditor::current() const
{
    return m_columns.at(m_list->currentRow()).toObject();
}

void ColumnsEditor::fill(int row)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const QJsonValue &column : std::as_const(m_columns))
            m_list->addItem(entryText(column.toObject()));
        m_list->setCurrentRow(std::min(std::max(row, 0), int(m_columns.size()) - 1));
    }
    showCurrent();
}

void ColumnsEditor::showCurrent()
{
    const bool isThere = m_list->currentRow() >= 0;
    m_fields->setVisible(isThere);
    m_remove->setEnabled(isThere);
    if (!isThere)
        return;
    const QJsonObject column = current();
    select(m_by, column.value(u"by").toString());
    select(m_measure, column.value(u"measure").toString());
    for (const auto &[line, key] : {std::pair{m_key, u"key"}, std::pair{m_name, u"name"}})
        if (line->text() != column.value(key).toString())
            line->setText(column.value(key).toString());
    m_known->setChecked(column.value(u"knownAhead").toBool());
    offerKeys();
}

void ColumnsEditor::setKeys(const QString &by, const QStringList &keys)
{
    m_keys.insert(by, keys);
    if (m_list->currentRow() >= 0 && m_by->currentData().toString() == by)
        m_offered->setStringList(keys);
}

/// Those of the chosen group, asked for when they are first needed.
void ColumnsEditor::offerKeys()
{
    const QString by = m_by->currentData().toString();
    m_offered->setStringList(m_keys.value(by));
    if (!m_keys.contains(by) && by != u"total") // later: while a value is set, this editor tells nobody
        QMetaObject::invokeMethod(this, [this, by] { Q_EMIT keysWanted(by); }, Qt::QueuedConnection);
}

void ColumnsEditor::add()
{
    m_columns.append(QJsonObject{{QStringLiteral("by"), QStringLiteral("series")}, {QStringLiteral("key"), QString()},
                                 {QStringLiteral("measure"), QStringLiteral("value")}});
    fill(int(m_columns.size()) - 1);
    m_key->setFocus();
    Q_EMIT changed();
}

void ColumnsEditor::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_columns.removeAt(row);
    fill(row);
    Q_EMIT changed();
}

void ColumnsEditor::edit()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    if (m_by->currentData().toString() != current().value(u"by").toString())
        offerKeys();
    QJsonObject column{{QStringLiteral("by"), m_by->currentData().toString()}, {QStringLiteral("key"), m_key->text().trimmed()},
                       {QStringLiteral("measure"), m_measure->currentData().toString()}};
    if (!m_name->text().trimmed().isEmpty())
        column.insert(QStringLiteral("name"), m_name->text().trimmed());
    if (m_known->isChecked())
        column.insert(QStringLiteral("knownAhead"), true);
    m_columns.replace(row, column);
    m_list->item(row)->setText(entryText(column));
    Q_EMIT changed();
}

} // namespace foretrail
