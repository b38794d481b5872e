#include "ui/widgets/ItemBrowser.h"

#include "ui/Selection.h"
#include "ui/charts/ForecastChart.h"
#include "ui/models/SeriesMarks.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SeriesDelegate.h"
#include "ui/widgets/ShortenedButton.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
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
      m_view(new QListView(this)), m_filter(addCombo(QStringLiteral("seriesFilter"))), m_star(new QAction(this)), m_check(new ShortenedButton(this)), m_showExceptions(new QPushButton(this)),
      m_checkState(new QLabel(this)), m_reason(new QLabel(this)), m_none(new QLabel(this))
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
    layout->addWidget(m_filter);
    layout->addWidget(m_order);
    layout->addWidget(m_view, 1);
    m_none->setObjectName(QStringLiteral("noSeries"));
    m_none->setProperty("quiet", true);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_checkState);
    layout->addWidget(m_showExceptions);
    layout->addWidget(m_check);
    arrangeChecks();
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
    giveListRoom();
}

void ItemBrowser::arrangeChecks()
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_filter, m_check, m_showExceptions, m_checkState, m_reason})
        part->hide();
    m_filter->setMaxVisibleItems(20);
    const QList<QWidget *> order{m_step, m_search, m_filter, m_order, m_view, m_showExceptions, m_check};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    m_check->setObjectName(QStringLiteral("checkSeries"));
    m_showExceptions->setObjectName(QStringLiteral("showExceptions"));
    m_checkState->setObjectName(QStringLiteral("checkState"));
    m_checkState->setProperty("quiet", true);
    m_checkState->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("exceptionReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_star->setObjectName(QStringLiteral("favouriteSeries"));
    m_star->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_star->setShortcutContext(Qt::WidgetShortcut);
    connect(m_filter, &QComboBox::activated, this, &ItemBrowser::applyFilter);
    connect(m_check, &QPushButton::clicked, this, [this] { m_toCheck > 0 ? Q_EMIT checkStopped() : Q_EMIT checkWanted(); });
    connect(m_showExceptions, &QPushButton::clicked, this, [this] {
        m_filter->setCurrentIndex(m_filter->findData(int(SeriesFilter::Kind::Exceptions)));
        applyFilter();
        if (m_model.rowOf(m_key) < 0)
            m_view->setCurrentIndex(m_model.index(0, 0)); // the one that matters most
        m_view->setFocus();
    });
    connect(m_star, &QAction::triggered, this, [this] { toggleFavourite(m_view->currentIndex()); });
    connect(static_cast<SeriesDelegate *>(m_view->itemDelegate()), &SeriesDelegate::starClicked, this, &ItemBrowser::toggleFavourite);
}

void ItemBrowser::setHasChecks()
{
    m_hasChecks = true;
    static_cast<SeriesDelegate *>(m_view->itemDelegate())->setHasStars(true);
    m_view->addAction(m_star);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    fillOrders();
    fillFilter();
    showCount();
}

void ItemBrowser::fillFilter()
{
    const SeriesFilter filter = m_model.filter();
    const SeriesMarks *marks = m_model.marks();
    const QString unchecked = marks && marks->isChecked() ? QString() : tr("Check the series first.");
    m_filter->clear();
    addChoice(m_filter, tr("All series"), int(SeriesFilter::Kind::All));
    addChoice(m_filter, tr("Favourites"), int(SeriesFilter::Kind::Favourites));
    addChoice(m_filter, tr("Exceptions"), int(SeriesFilter::Kind::Exceptions), unchecked);
    for (const QString &category : marks ? marks->categories : QStringList())
        m_filter->addItem(category, int(SeriesFilter::Kind::Category));
    const int row = filter.kind == SeriesFilter::Kind::Category ? m_filter->findText(filter.category) : m_filter->findData(int(filter.kind));
    m_filter->setCurrentIndex(std::max(0, row));
    m_filter->setAccessibleName(tr("Which series"));
    m_star->setText(tr("Favourite, or not any more"));
}

/// Exceptions begin with what matters, unless a person has chosen another order.
void ItemBrowser::orderFor(SeriesFilter::Kind kind)
{
    const auto order = SeriesListModel::Order(m_order->currentIndex());
    const bool isExceptions = kind == SeriesFilter::Kind::Exceptions;
    if (order != (isExceptions ? SeriesListModel::Order::Size : SeriesListModel::Order::Weight))
        return;
    m_order->setCurrentIndex(int(isExceptions ? SeriesListModel::Order::Weight : SeriesListModel::Order::Size));
    m_model.setOrder(SeriesListModel::Order(m_order->currentIndex()));
}

void ItemBrowser::applyFilter()
{
    const auto kind = SeriesFilter::Kind(m_filter->currentData().toInt());
    orderFor(kind);
    m_model.setFilter({kind, kind == SeriesFilter::Kind::Category ? m_filter->currentText() : QString()});
    select(m_key);
    showFound();
}

void ItemBrowser::setMarks(std::shared_ptr<const SeriesMarks> marks)
{
    const SeriesFilter filter = m_model.filter();
    const bool isGone = (filter.kind == SeriesFilter::Kind::Exceptions && !(marks && marks->isChecked()))
        || (filter.kind == SeriesFilter::Kind::Category && !(marks && marks->categories.contains(filter.category)));
    if (isGone)
        m_model.setFilter({});
    m_model.setMarks(std::move(marks));
    fillOrders();
    fillFilter();
    select(m_key);
    showFound();
}

void ItemBrowser::setFavourites(const QSet<QString> &keys)
{
    m_model.setFavourites(keys);
    select(m_key);
    showFound();
}

void ItemBrowser::toggleFavourite(const QModelIndex &index)
{
    if (!index.isValid() || !m_hasChecks)
        return;
    const QString key = index.data(SeriesListModel::KeyRole).toString();
    const bool isFavourite = !m_model.isFavourite(key);
    m_model.setFavourite(key, isFavourite);
    select(m_key);
    showFound();
    Q_EMIT favouriteChosen(key, isFavourite);
}

void ItemBrowser::setCheckState(const QString &sentence, const QString &rules)
{
    m_checkState->setText(sentence);
    m_checkState->setToolTip(rules);
    m_reason->setToolTip(rules);
    showCheckButton();
}

void ItemBrowser::setCheckProgress(qint64 done, qint64 total)
{
    m_checked = done;
    m_toCheck = total;
    showCheckButton();
}

void ItemBrowser::showReason()
{
    const QString reason = m_hasChecks ? m_view->currentIndex().data(SeriesListModel::ReasonRole).toString() : QString();
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void ItemBrowser::showCheckButton()
{
    const QLocale locale;
    const int count = m_model.seriesCount();
    const QString checkAll = tr("Check all %Ln series", nullptr, count);
    if (m_toCheck > 0)
        m_check->setTexts(tr("Stop (%1 of %2)").arg(locale.toString(m_checked), locale.toString(m_toCheck)), tr("Stop"));
    else
        m_check->setTexts(checkAll, tr("Check all", "series"));
    m_check->setAccessibleName(m_toCheck > 0 ? QString() : checkAll);
    QStringList rules{tr("Forecasts each series and marks those that ask for your eyes:")};
    for (const ExceptionKind kind : exceptionKinds)
        rules << exceptionRule(kind);
    m_check->setToolTip(rules.join(QLatin1Char('\n')));
    m_check->setVisible(m_hasChecks && count > 0);
    const SeriesMarks *marks = m_model.marks();
    const int exceptions = marks && marks->isChecked() ? int(marks->checks->exceptionCount()) : 0;
    m_showExceptions->setText(tr("Show %Ln exceptions", nullptr, exceptions));
    m_showExceptions->setVisible(m_hasChecks && exceptions > 0 && m_toCheck == 0 && m_model.filter().kind != SeriesFilter::Kind::Exceptions);
    m_checkState->setVisible(m_hasChecks && count > 0 && !m_checkState->text().isEmpty());
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
    if (m_hasChecks) {
        const QString unchecked = m_model.marks() && m_model.marks()->isChecked() ? QString() : tr("Check the series first.");
        addChoice(m_order, tr("Largest error first"), int(SeriesListModel::Order::Error), unchecked);
        addChoice(m_order, tr("Largest bias first"), int(SeriesListModel::Order::Bias), unchecked);
        addChoice(m_order, tr("Least skill first"), int(SeriesListModel::Order::Skill), unchecked);
        addChoice(m_order, tr("Most at stake first"), int(SeriesListModel::Order::Weight), unchecked);
        if (unchecked.isEmpty())
            m_order->setItemData(m_order->count() - 1, tr("How much an exception is about, by how sure it is"), Qt::ToolTipRole);
        addChoice(m_order, tr("Favourites first"), int(SeriesListModel::Order::Favourites));
    }
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
    m_filter->setVisible(!isSingle && m_hasChecks);
    if (isSingle && m_model.filter() != SeriesFilter()) {
        m_model.setFilter({});
        fillFilter();
    }
    showCheckButton();
    showFound();
}

void ItemBrowser::showFound()
{
    const bool isFiltered = m_model.filter() != SeriesFilter();
    const bool isNothing = m_model.rowCount() == 0 && (isSearching() || isFiltered);
    m_none->setText(m_model.filter().kind == SeriesFilter::Kind::Favourites && !isSearching() ? tr("No favourite yet. A click on the star of a series takes it, or Ctrl+D.")
                    : isFiltered && !isSearching() ? tr("No exception among these series.") : tr("No series is named like that."));
    m_view->setVisible(!isNothing);
    showCheckButton();
    m_none->setVisible(isNothing);
    showReason();
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
    if (row < 0) {
        showReason();
        return false;
    }
    const QModelIndex index = m_model.index(row, 0);
    m_isSelecting = true;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_isSelecting = false;
    showReason();
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
    showReason();
    Q_EMIT seriesChosen(m_key, index.data().toString());
}

/// A few series are in sight, whatever stands around them and however large the type is; more only where there is room.
void ItemBrowser::giveListRoom()
{
    constexpr int lines = 6;
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_view->setMinimumHeight(lines * fontMetrics().height());
}

void ItemBrowser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        giveListRoom();
    if (event->type() != QEvent::LanguageChange)
        return;
    fillQuestion();
    fillOrders();
    fillFilter();
    showCount();
}

} // namespace foretrail
