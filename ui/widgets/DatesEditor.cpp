#include "ui/widgets/DatesEditor.h"

#include "core/series/NamedDays.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QDateEdit>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>

namespace foretrail {

namespace {

constexpr int shownDates = 4;

QString dayText(QDate day) { return QLocale().toString(day, QLocale::ShortFormat); }

/// What is no date stands as it was written.
QString entryText(const QString &entry)
{
    const std::optional<NamedDays> days = namedDaysFrom(entry);
    if (!days)
        return entry;
    const QString span = days->first == days->last ? dayText(days->first) : DatesEditor::tr("%1 to %2", "dates").arg(dayText(days->first), dayText(days->last));
    return days->name.isEmpty() ? span : DatesEditor::tr("%1: %2", "dates: name of the holiday").arg(span, days->name);
}

QDateEdit *dayField(const ParameterInfo &parameter, const char *end, QWidget *parent)
{
    auto *field = new QDateEdit(QDate::currentDate(), parent);
    field->setObjectName(QStringLiteral("parameter_%1_%2").arg(parameter.name, QLatin1String(end)));
    field->setCalendarPopup(true);
    return field;
}

} // namespace

DatesEditor::DatesEditor(const ParameterInfo &parameter, QWidget *parent)
    : ParameterEditor(parent), m_list(new QListWidget), m_first(dayField(parameter, "first", this)), m_last(dayField(parameter, "last", this)),
      m_name(new QLineEdit(this)), m_add(new QPushButton(tr("Add"), this)), m_remove(new QPushButton(tr("Remove"), this)),
      m_file(new QPushButton(tr("From a file..."), this))
{
    auto *all = new QWidget(this);
    auto *grid = new QGridLayout(all);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(4);
    grid->addWidget(m_list, 0, 0, 1, 2);
    auto *from = new QLabel(tr("First day"), all);
    auto *to = new QLabel(tr("Last day"), all);
    from->setBuddy(m_first);
    to->setBuddy(m_last);
    grid->addWidget(from, 1, 0);
    grid->addWidget(m_first, 1, 1);
    grid->addWidget(to, 2, 0);
    grid->addWidget(m_last, 2, 1);
    auto *named = new QLabel(tr("Name"), all);
    named->setBuddy(m_name);
    grid->addWidget(named, 3, 0);
    grid->addWidget(m_name, 3, 1);
    grid->addWidget(m_add, 4, 0);
    grid->addWidget(m_remove, 4, 1);
    grid->addWidget(m_file, 5, 0, 1, 2);
    m_name->setPlaceholderText(tr("may be empty"));
    m_name->setObjectName(QStringLiteral("parameter_%1_name").arg(parameter.name));
    m_name->setAccessibleName(named->text());
    m_file->setToolTip(tr("A table of date and name, or of start, end and name, with or without a header; or a calendar (.ics) of whole days"));
    setField(all, parameter);
    setFocusProxy(m_list);
    m_list->setObjectName(QStringLiteral("parameter_%1_list").arg(parameter.name));
    m_list->setAccessibleName(parameter.title);
    m_list->setFont(Theme::tableFont());
    m_list->setFixedHeight(shownDates * (QFontMetrics(Theme::tableFont()).height() + 6));
    m_add->setObjectName(QStringLiteral("parameter_%1_add").arg(parameter.name));
    m_remove->setObjectName(QStringLiteral("parameter_%1_remove").arg(parameter.name));
    m_file->setObjectName(QStringLiteral("parameter_%1_file").arg(parameter.name));
    m_first->setAccessibleName(from->text());
    m_last->setAccessibleName(to->text());
    auto *key = new QAction(m_list);
    key->setShortcut(QKeySequence::Delete);
    key->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(key);
    connect(key, &QAction::triggered, this, &DatesEditor::remove);
    connect(m_add, &QPushButton::clicked, this, &DatesEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &DatesEditor::remove);
    connect(m_file, &QPushButton::clicked, this, &DatesEditor::fileWanted);
    // The last day follows the first, so that one day is entered once.
    connect(m_first, &QDateEdit::dateChanged, m_last, &QDateEdit::setDate);
    fill();
}

QJsonValue DatesEditor::value() const { return QJsonArray::fromStringList(m_dates); }

void DatesEditor::show(const QJsonValue &value)
{
    m_dates.clear();
    for (const QJsonArray array = value.toArray(); const QJsonValue &one : array)
        m_dates << one.toString();
    fill();
}

void DatesEditor::add()
{
    const QString entry = textOf({std::min(m_first->date(), m_last->date()), std::max(m_first->date(), m_last->date()), m_name->text().simplified()});
    if (m_dates.contains(entry))
        return;
    m_dates << entry;
    m_dates.sort();
    fill();
    m_list->setCurrentRow(int(m_dates.indexOf(entry)));
    Q_EMIT changed();
}

void DatesEditor::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_dates.removeAt(row);
    fill();
    Q_EMIT changed();
}

void DatesEditor::fill()
{
    const int row = m_list->currentRow();
    m_list->clear();
    for (const QString &entry : std::as_const(m_dates)) {
        m_list->addItem(entryText(entry));
        m_list->item(m_list->count() - 1)->setToolTip(entryText(entry)); // a long name is cut off
    }
    m_list->setCurrentRow(std::min(std::max(row, 0), int(m_dates.size()) - 1));
    m_remove->setEnabled(!m_dates.isEmpty());
}

} // namespace foretrail
