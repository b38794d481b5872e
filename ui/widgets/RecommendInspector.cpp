#include "ui/widgets/RecommendInspector.h"

#include "core/behaviour/recommend/RecommenderRegistry.h"
#include "ui/models/RecommendWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/NamesCompleter.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace foretrail {

RecommendInspector::RecommendInspector(QWidget *parent)
    : QWidget(parent), m_model(new QComboBox), m_modelHelp(new QLabel), m_top(new QSpinBox), m_leaveOut(new QComboBox), m_days(new QSpinBox),
      m_where(new QLineEdit), m_only(new QLineEdit), m_never(new QLineEdit), m_most(new QSpinBox), m_boostBy(new QComboBox), m_boost(new QDoubleSpinBox),
      m_diversity(new QSlider(Qt::Horizontal)), m_cost(new QLabel), m_problem(new QLabel)
{
    const QStringList names = recommenderNames();
    for (const QString &name : names)
        m_model->addItem(name, name);
    m_model->setCurrentIndex(int(names.indexOf(QStringLiteral("combination"))));
    m_top->setRange(1, 1000);
    m_top->setValue(10);
    m_days->setRange(0, 3650);
    m_most->setRange(0, 1000);
    m_boost->setRange(0, 100);
    m_boost->setSingleStep(0.1);
    m_boost->setValue(1);
    m_diversity->setRange(0, 10);
    m_diversity->setPageStep(2);
    const std::pair<QWidget *, const char *> fields[] = {{m_model, "recommendModel"}, {m_modelHelp, "recommendModelHelp"}, {m_top, "recommendTop"}, {m_leaveOut, "leaveOut"},
                                                         {m_days, "unavailableDays"}, {m_where, "unavailableWhere"}, {m_only, "onlyCategories"},
                                                         {m_never, "neverCategories"}, {m_most, "mostPerCategory"}, {m_boostBy, "boostBy"}, {m_boost, "boost"},
                                                         {m_diversity, "diversity"}, {m_cost, "diversityCost"}, {m_problem, "rulesProblem"}};
    for (const auto &[widget, name] : fields)
        widget->setObjectName(QLatin1String(name));
    for (QLabel *label : {m_modelHelp, m_cost, m_problem})
        label->setWordWrap(true);
    for (QLabel *label : {m_modelHelp, m_cost})
        label->setProperty("quiet", true);
    m_problem->setProperty("problem", true);
    m_problem->hide();
    arrange();
    retranslate();
    connectAll();
}

QLabel *RecommendInspector::addRow(QWidget *field)
{
    auto *title = new QLabel;
    title->setBuddy(field);
    title->setWordWrap(true);
    m_titles << title;
    layout()->addWidget(title);
    layout()->addWidget(field);
    return title;
}

void RecommendInspector::arrange()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * Theme::space, 2 * Theme::space, 2 * Theme::space, 2 * Theme::space);
    column->setSpacing(Theme::space / 2);
    addRow(m_model);
    column->addWidget(m_modelHelp);
    for (QWidget *field : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_leaveOut), static_cast<QWidget *>(m_days), static_cast<QWidget *>(m_where),
                           static_cast<QWidget *>(m_only), static_cast<QWidget *>(m_never), static_cast<QWidget *>(m_most), static_cast<QWidget *>(m_boostBy),
                           static_cast<QWidget *>(m_boost), static_cast<QWidget *>(m_diversity)})
        addRow(field);
    column->addWidget(m_cost);
    column->addWidget(m_problem);
    column->addStretch(1);
}

void RecommendInspector::connectAll()
{
    connect(m_model, &QComboBox::currentIndexChanged, this, [this] {
        m_modelHelp->setText(recommenderTitle(model()));
        Q_EMIT modelChanged();
    });
    for (QSpinBox *box : {m_top, m_days, m_most})
        connect(box, &QSpinBox::valueChanged, this, &RecommendInspector::rulesChanged);
    connect(m_boost, &QDoubleSpinBox::valueChanged, this, &RecommendInspector::rulesChanged);
    for (QComboBox *box : {m_leaveOut, m_boostBy})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            m_boost->setEnabled(m_boostBy->currentIndex() > 0);
            Q_EMIT rulesChanged();
        });
    for (QLineEdit *line : {m_where, m_only, m_never})
        connect(line, &QLineEdit::editingFinished, this, [this, line] {
            if (line->property("told").toString() == line->text())
                return; // leaving a field changes nothing
            line->setProperty("told", line->text());
            Q_EMIT rulesChanged();
        });
    connect(m_diversity, &QSlider::valueChanged, this, [this] {
        showDiversity();
        Q_EMIT rulesChanged();
    });
}

QString RecommendInspector::model() const { return m_model->currentData().toString(); }

int RecommendInspector::top() const { return m_top->value(); }

RecommendRules RecommendInspector::rules() const
{
    RecommendRules rules;
    rules.leaveOut = LeaveOut(std::max(0, m_leaveOut->currentIndex()));
    rules.unavailableDays = m_days->value();
    rules.unavailableWhere = m_where->text().trimmed();
    rules.onlyCategories = namesIn(m_only->text());
    rules.neverCategories = namesIn(m_never->text());
    rules.mostPerCategory = m_most->value();
    rules.boostBy = m_boostBy->currentData().toString();
    rules.boost = m_boost->value();
    rules.diversity = m_diversity->value() / 10.0;
    return rules;
}

void RecommendInspector::setNames(const ShopNames &names)
{
    for (QLineEdit *line : {m_only, m_never}) {
        line->setCompleter(new NamesCompleter(names.categories, line));
        line->setEnabled(!names.categories.isEmpty());
    }
    m_most->setEnabled(!names.categories.isEmpty());
    m_where->setEnabled(!names.attributes.isEmpty());
    const QSignalBlocker blocker(m_boostBy);
    const QString before = m_boostBy->currentData().toString();
    while (m_boostBy->count() > 1)
        m_boostBy->removeItem(1);
    for (const QString &name : names.attributes)
        m_boostBy->addItem(name, name);
    m_boostBy->setCurrentIndex(std::max(0, m_boostBy->findData(before)));
    m_boostBy->setEnabled(!names.attributes.isEmpty());
    m_boost->setEnabled(m_boostBy->currentIndex() > 0);
    retranslate();
}

void RecommendInspector::setCost(const std::optional<ListCost> &cost)
{
    m_shownCost = cost;
    showDiversity();
}

void RecommendInspector::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void RecommendInspector::showDiversity()
{
    const QLocale locale;
    if (m_diversity->value() == 0)
        m_cost->setText(tr("By the score alone."));
    else if (!m_shownCost)
        m_cost->setText(tr("Items unlike those above them come first."));
    else
        m_cost->setText(tr("Likeness of the items %1, without it %2; %3 % of the score is kept.")
                            .arg(locale.toString(m_shownCost->similarityAfter, 'f', 2), locale.toString(m_shownCost->similarityBefore, 'f', 2))
                            .arg(qRound(100 * m_shownCost->scoreKept)));
}

void RecommendInspector::retranslate()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_leaveOut), QSignalBlocker(m_boostBy)};
    const int rule = std::max(0, m_leaveOut->currentIndex());
    m_leaveOut->clear();
    m_leaveOut->addItems({tr("Nothing"), tr("What was bought"), tr("All that was seen")});
    m_leaveOut->setCurrentIndex(rule);
    if (m_boostBy->count() == 0)
        m_boostBy->addItem(QString(), QString());
    m_boostBy->setItemText(0, tr("Nothing"));
    const QStringList titles{tr("&Model"), tr("&Items on the list"), tr("&Leave out"), tr("Unavailable: no event for (days)"), tr("Unavailable: a table says"),
                             tr("Only categories"), tr("Never categories"), tr("At most of a category"), tr("Put ahead by"), tr("How far ahead"), tr("&Diversity")};
    QWidget *fields[] = {m_model, m_top, m_leaveOut, m_days, m_where, m_only, m_never, m_most, m_boostBy, m_boost, m_diversity};
    for (int i = 0; i < titles.size(); ++i) {
        m_titles.at(i)->setText(titles[i]);
        fields[i]->setAccessibleName(QString(titles[i]).remove(QLatin1Char('&')));
    }
    m_days->setSpecialValueText(tr("none is"));
    m_most->setSpecialValueText(tr("any number"));
    m_where->setPlaceholderText(m_where->isEnabled() ? tr("stock=0") : tr("no table of items"));
    for (QLineEdit *line : {m_only, m_never}) {
        line->setPlaceholderText(line->isEnabled() ? tr("names, with commas between") : tr("no categories in the log"));
        line->setToolTip(tr("A name that has a comma itself stands in quotes: Garden, \"Toys, games\""));
    }
    m_boost->setToolTip(tr("1: the item with the largest number gains as much as its score"));
    m_modelHelp->setText(recommenderTitle(model()));
    showDiversity();
}

void RecommendInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
