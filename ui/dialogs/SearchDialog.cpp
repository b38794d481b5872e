#include "ui/dialogs/SearchDialog.h"

#include "ui/models/EmptyLastProxy.h"
#include "ui/models/SettingTexts.h"
#include "ui/models/SortedRows.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PlainTable.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

namespace foretrail {

SearchDialog::SearchDialog(const SearchPlan &plan, QWidget *parent)
    : QDialog(parent), m_plan(plan), m_name(new QLineEdit(plan.name, this)), m_method(new QComboBox(this)), m_trials(new QSpinBox(this)),
      m_minutes(new QDoubleSpinBox(this)), m_seed(new QLineEdit(QString::number(plan.seed), this)),
      m_table(plainTable(QStringLiteral("searchSpace"), &m_model, RowOrder::OfModel)), m_words(new QLabel(this)), m_problem(new QLabel(this)),
      m_usual(new QPushButton(tr("Usual space"), this)), m_start(new QPushButton(tr("Start the search"), this)), m_close(new QPushButton(tr("&Close"), this))
{
    setObjectName(QStringLiteral("searchDialog"));
    setWindowTitle(tr("Search for settings"));
    m_model.setSpace(withUsualFields(plan.space, plan.start));
    makeFields();
    makeTable();
    arrange();
    connect(&m_model, &SearchSpaceModel::edited, this, &SearchDialog::showState);
    connect(m_name, &QLineEdit::textChanged, this, &SearchDialog::showState);
    connect(m_seed, &QLineEdit::textChanged, this, &SearchDialog::showState);
    connect(m_method, &QComboBox::currentIndexChanged, this, &SearchDialog::showState);
    connect(m_trials, &QSpinBox::valueChanged, this, &SearchDialog::showState);
    connect(m_minutes, &QDoubleSpinBox::valueChanged, this, &SearchDialog::showState);
    connect(m_usual, &QPushButton::clicked, this, [this] {
        m_model.setSpace(SearchSpace::usual(m_plan.start));
        showState();
    });
    connect(m_start, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    showState();
}

void SearchDialog::makeFields()
{
    m_name->setObjectName(QStringLiteral("searchName"));
    m_method->setObjectName(QStringLiteral("searchMethod"));
    m_trials->setObjectName(QStringLiteral("searchTrials"));
    m_minutes->setObjectName(QStringLiteral("searchMinutes"));
    m_seed->setObjectName(QStringLiteral("searchSeed"));
    m_method->addItem(tr("Successive halving: the best third goes on"), int(SearchMethod::Halving));
    m_method->addItem(tr("At random: all learn to the end"), int(SearchMethod::Random));
    m_method->setCurrentIndex(m_method->findData(int(m_plan.method)));
    m_trials->setRange(0, 10'000);
    m_trials->setSpecialValueText(tr("no limit"));
    m_trials->setValue(m_plan.trials);
    m_minutes->setRange(0, 43'200);
    m_minutes->setDecimals(1);
    m_minutes->setSpecialValueText(tr("no limit"));
    m_minutes->setValue(m_plan.minutes);
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,9}")), m_seed));
}

void SearchDialog::makeTable()
{
    m_table->setAccessibleName(tr("Settings that the search varies"));
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->setMinimumHeight(200);
    sortRows(*m_table, &m_model)->setDynamicSortFilter(false); // a row stays where it is while it is changed
    setColumnWidths(m_table, {190, 90, 90});
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void SearchDialog::arrange()
{
    m_words->setObjectName(QStringLiteral("searchInWords"));
    m_words->setProperty("quiet", true);
    m_words->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("searchProblem"));
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_usual->setObjectName(QStringLiteral("searchUsual"));
    m_start->setObjectName(QStringLiteral("searchStart"));
    m_start->setProperty("primary", true);
    m_start->setDefault(true);
    m_close->setObjectName(QStringLiteral("searchClose"));
    auto *form = new QFormLayout;
    form->setSpacing(Theme::space);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Way"), m_method);
    form->addRow(tr("&Trials"), m_trials);
    form->addRow(tr("&Minutes of training"), m_minutes);
    form->addRow(tr("&Seed of the draws"), m_seed);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_usual);
    buttons->addStretch(1);
    buttons->addWidget(m_start);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(Theme::space);
    layout->addLayout(form);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_words);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    resize(640, 660);
}

SearchPlan SearchDialog::plan() const
{
    SearchPlan plan = m_plan;
    plan.name = m_name->text().trimmed();
    plan.method = SearchMethod(m_method->currentData().toInt());
    plan.trials = m_trials->value();
    plan.minutes = m_minutes->value();
    plan.seed = m_seed->text().toULongLong();
    plan.space = m_model.space();
    return plan;
}

/// Errors of one setting begin with its path.
QString SearchDialog::problem(const Error &error) const
{
    const SettingProblem problem = settingProblem(error);
    if (problem.path.isEmpty())
        return error.message;
    const int row = m_model.rowOf(problem.path);
    const QString title = row < 0 ? settingText(problem.path).title : m_model.index(row, 0).data().toString();
    return title.isEmpty() ? problem.text : tr("%1: %2", "setting: what is wrong").arg(title, problem.text);
}

QString SearchDialog::inWords(const SearchPlan &plan) const
{
    const QLocale locale;
    const QString judged = tr("Trials are judged by their forecasts of the validation part; the test part stays unseen.");
    if (plan.method == SearchMethod::Random || plan.trials == 0)
        return judged;
    QStringList rungs;
    for (const SearchRung &rung : halvingRungs(plan.trials, plan.start.model.epochs))
        rungs += tr("%1 for %n epochs", "so many settings", rung.epochs).arg(locale.toString(rung.settings));
    return tr("Learning: %1.").arg(rungs.join(tr(", then ", "between rounds of a search"))) + QLatin1Char(' ') + judged;
}

void SearchDialog::showState()
{
    const SearchPlan plan = this->plan();
    const Result<void> fine = plan.check();
    m_problem->setText(fine ? QString() : problem(fine.error()));
    m_problem->setVisible(!fine);
    m_words->setText(inWords(plan));
    m_start->setEnabled(fine.has_value());
}

void SearchDialog::open(const SearchPlan &plan, QWidget *parent, std::function<void(const SearchPlan &)> begin)
{
    auto *dialog = new SearchDialog(plan, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, parent, [dialog, begin = std::move(begin)] { begin(dialog->plan()); });
    dialog->QDialog::open();
}

} // namespace foretrail
