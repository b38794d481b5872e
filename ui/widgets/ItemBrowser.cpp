#include "ui/widgets/ItemBrowser.h"

#include "ui/Selection.h"
#include "ui/charts/ForecastChart.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SeriesDelegate.h"

#include <QComboBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace foretrail {

namespace {

/// Adds a choice; with a reason it cannot be chosen and its tooltip says why.
void addChoice(QComboBox *combo, const QString &text, const QVariant &data, const QString &reason = {})
{
    combo->addItem(text, data);
    if (reason.isEmpty())
        return;
    const int row = combo->count() - 1;
    static_cast<QStandardItemModel *>(combo->model())->item(row)->setEnabled(false);
    combo->setItemData(row, reason, Qt::ToolTipRole);
}

bool hasAnswer(Measure measure, const DataSummary &summary)
{
    switch (measure) {
    case Measure::Revenue:
    case Measure::Quantity: return summary.events > 0 && summary.hasAmounts;
    case Measure::Users: return summary.events > 0 && summary.users > 0;
    case Measure::Orders:
    case Measure::Events: return summary.events > 0;
    case Measure::Value: return summary.importedSeries > 0;
    }
    return false;
}

QVariant groupData(GroupBy by, const QString &attribute = {})
{
    SeriesQuery query;
    query.by = by;
    query.attribute = attribute;
    return groupName(query);
}

} // namespace

SeriesQuery answerable(SeriesQuery question, const DataSummary &summary)
{
    if (question.by == GroupBy::Series && summary.importedSeries == 0)
        question.by = GroupBy::Total;
    if (summary.events == 0 && summary.importedSeries > 0)
        question.by = GroupBy::Series;
    if ((question.by == GroupBy::Item && summary.items == 0) || (question.by == GroupBy::Category && summary.categories == 0)
        || (question.by == GroupBy::Attribute && !summary.attributes.contains(question.attribute)))
        question.by = GroupBy::Total;
    if (question.by != GroupBy::Attribute)
        question.attribute.clear();
    if (question.by == GroupBy::Series)
        question.measure = Measure::Value;
    else if (question.measure == Measure::Value || !hasAnswer(question.measure, summary))
        question.measure = summary.hasAmounts ? Measure::Revenue : Measure::Events;
    return question;
}

ItemBrowser::ItemBrowser(QWidget *parent)
    : QWidget(parent), m_measure(addCombo(QStringLiteral("measure"))), m_by(addCombo(QStringLiteral("by"))),
      m_step(addCombo(QStringLiteral("step"))), m_order(addCombo(QStringLiteral("seriesOrder"))), m_search(new QLineEdit(this)),
      m_view(new QListView(this)), m_none(new QLabel(this))
{
    setMinimumWidth(200);
    m_search->setObjectName(QStringLiteral("seriesSearch"));
    m_search->setClearButtonEnabled(true);
    m_view->setObjectName(QStringLiteral("seriesList"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new SeriesDelegate(this));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, Theme::space);
    layout->setSpacing(6);
    layout->addWidget(m_measure);
    layout->addWidget(m_by);
    layout->addWidget(m_step);
    layout->addSpacing(Theme::space);
    layout->addWidget(m_search);
    layout->addWidget(m_order);
    layout->addWidget(m_view, 1);
    m_none->setObjectName(QStringLiteral("noSeries"));
    m_none->setProperty("quiet", true);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_none, 1);
    for (QComboBox *combo : {m_measure, m_by, m_step})
        connect(combo, &QComboBox::activated, this, &ItemBrowser::onChosen);
    connect(m_order, &QComboBox::activated, this, [this](int row) {
        m_model.setOrder(SeriesListModel::Order(row));
        select(m_key);
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setSearch(text);
        select(m_key);
        showFound();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ItemBrowser::onCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ItemBrowser::chosenChanged);
    fillQuestion();
    fillOrders();
    showCount();
}

QComboBox *ItemBrowser::addCombo(const QString &name)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(5);
    return combo;
}

void ItemBrowser::setSummary(const DataSummary &summary)
{
    m_summary = summary;
    fillQuestion();
}

void ItemBrowser::setQuestion(const SeriesQuery &question)
{
    m_question = question;
    fillQuestion();
}

void ItemBrowser::fillQuestion()
{
    const bool isImported = m_question.by == GroupBy::Series;
    m_measure->clear();
    for (const Measure measure : {Measure::Revenue, Measure::Quantity, Measure::Orders, Measure::Events, Measure::Users, Measure::Value}) {
        QString reason;
        if (!hasAnswer(measure, m_summary))
            reason = measure == Measure::Value ? tr("No table of series has been imported.")
                     : m_summary.events == 0   ? tr("No log of events has been imported.")
                     : measure == Measure::Users ? tr("The log does not say who acted.") : tr("The log has no amounts.");
        QString title = measureTitle(measure);
        addChoice(m_measure, title.replace(0, 1, title.front().toUpper()), int(measure), reason);
    }
    m_measure->setCurrentIndex(m_measure->findData(int(m_question.measure)));
    m_by->clear();
    const QString noLog = m_summary.events == 0 ? tr("No log of events has been imported.") : QString();
    addChoice(m_by, tr("Total"), groupData(GroupBy::Total), noLog);
    addChoice(m_by, tr("By item"), groupData(GroupBy::Item), m_summary.items == 0 ? tr("The log names no items.") : QString());
    addChoice(m_by, tr("By category"), groupData(GroupBy::Category), m_summary.categories == 0 ? tr("The log names no categories.") : QString());
    addChoice(m_by, tr("By kind"), groupData(GroupBy::Kind), noLog);
    for (const QString &attribute : m_summary.attributes)
        addChoice(m_by, tr("By %1").arg(attribute), groupData(GroupBy::Attribute, attribute));
    addChoice(m_by, tr("Imported series"), groupData(GroupBy::Series),
              m_summary.importedSeries == 0 ? tr("No table of series has been imported.") : QString());
    m_by->setCurrentIndex(m_by->findData(groupName(m_question)));
    m_step->clear();
    if (isImported) {
        addChoice(m_step, tr("Step of each series"), int(m_question.step));
    } else {
        addChoice(m_step, tr("Hourly"), int(Step::Hour));
        addChoice(m_step, tr("Daily"), int(Step::Day));
        addChoice(m_step, tr("Weekly"), int(Step::Week));
        addChoice(m_step, tr("Monthly"), int(Step::Month));
    }
    m_step->setCurrentIndex(m_step->findData(int(m_question.step)));
    m_step->setEnabled(!isImported);
    m_step->setToolTip(isImported ? tr("Imported series keep their own step.") : QString());
    m_measure->setAccessibleName(tr("Measure"));
    m_by->setAccessibleName(tr("Series by"));
    m_step->setAccessibleName(tr("Step"));
}

void ItemBrowser::fillOrders()
{
    const int row = std::max(0, m_order->currentIndex());
    m_order->clear();
    m_order->addItems({tr("Largest first"), tr("By name"), tr("Most grown first")});
    m_order->setItemData(2, tr("The last quarter of the time against the quarter before"), Qt::ToolTipRole);
    m_order->setCurrentIndex(row);
    m_order->setAccessibleName(tr("Order of the series"));
}

void ItemBrowser::showCount()
{
    m_search->setPlaceholderText(tr("Search %1 series").arg(QLocale().toString(m_model.seriesCount())));
    m_search->setAccessibleName(tr("Search series"));
    m_view->setAccessibleName(tr("Series"));
    const bool isSingle = m_model.seriesCount() < 2;
    if (isSingle)
        m_search->clear(); // what is not seen must not hide the only series
    m_search->setVisible(!isSingle);
    m_order->setVisible(!isSingle);
    m_none->setText(tr("No series is named like that."));
    showFound();
}

void ItemBrowser::showFound()
{
    const bool isNothing = m_model.rowCount() == 0 && isSearching();
    m_view->setVisible(!isNothing);
    m_none->setVisible(isNothing);
}

void ItemBrowser::onChosen()
{
    SeriesQuery question = m_question;
    const auto asked = Measure(m_measure->currentData().toInt());
    if (!setGroup(question, m_by->currentData().toString()))
        return;
    // "Value" and "imported series" only go together: whichever was chosen last brings the other.
    if (sender() == m_measure && asked == Measure::Value)
        question.by = GroupBy::Series;
    else if (sender() == m_measure && question.by == GroupBy::Series)
        question.by = GroupBy::Total;
    question.measure = asked;
    question.step = Step(m_step->currentData().toInt());
    Q_EMIT questionChosen(answerable(question, m_summary));
}

void ItemBrowser::setList(std::shared_ptr<const SeriesList> list)
{
    m_model.setList(std::move(list));
    showCount();
}

bool ItemBrowser::isSearching() const
{
    return !m_search->text().isEmpty();
}

bool ItemBrowser::select(const QString &key)
{
    m_key = key;
    const int row = m_model.rowOf(key);
    if (row < 0)
        return false;
    const QModelIndex index = m_model.index(row, 0);
    m_isSelecting = true;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_isSelecting = false;
    return true;
}

void ItemBrowser::setMultiple(bool isMultiple)
{
    m_view->setSelectionMode(isMultiple ? QAbstractItemView::ExtendedSelection : QAbstractItemView::SingleSelection);
}

void ItemBrowser::chooseInto(Selection &selection) const
{
    connect(this, &ItemBrowser::seriesChosen, &selection, [&selection](const QString &key, const QString &name) {
        selection.setRun({});
        selection.setSeries(key, name);
    });
    connect(this, &ItemBrowser::questionChosen, &selection, [&selection] { selection.setRun({}); });
}

QList<SeriesInfo> ItemBrowser::chosen() const
{
    QList<SeriesInfo> all;
    for (const QModelIndex &index : m_view->selectionModel()->selectedRows())
        all.append(m_model.series(index.row()));
    return all;
}

void ItemBrowser::onCurrent(const QModelIndex &index)
{
    if (!index.isValid() || m_isSelecting)
        return;
    m_key = index.data(SeriesListModel::KeyRole).toString();
    Q_EMIT seriesChosen(m_key, index.data().toString());
}

void ItemBrowser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    fillQuestion();
    fillOrders();
    showCount();
}

} // namespace foretrail
