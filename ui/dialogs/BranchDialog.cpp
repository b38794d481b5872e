#include "ui/dialogs/BranchDialog.h"

#include "ui/models/SettingTexts.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/SettingsForm.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foretrail {

namespace {

constexpr int usualWidth = 440;

} // namespace

BranchDialog::BranchDialog(const RunSummary &run, const TrainingSpec &spec, const JudgedEpoch &epoch, QWidget *parent)
    : QDialog(parent), m_origin(spec), m_form(new SettingsForm(QStringLiteral("branch"), this)), m_start(new QPushButton(this))
{
    setObjectName(QStringLiteral("branchDialog"));
    const QString number = QLocale().toString(epoch.epoch);
    setWindowTitle(tr("Branch from epoch %1").arg(number));
    auto *words = new QLabel(epoch.epoch == 0 ? tr("A new training begins with the weights that %1 had before its first epoch. Change what it is to do otherwise.").arg(run.name)
                                        : tr("A new training begins with the weights that %1 had after epoch %2. Change what it is to do otherwise.").arg(run.name, number), this);
    words->setObjectName(QStringLiteral("branchWords"));
    auto *note = new QLabel(tr("Layers, units, lookback and inputs stay as they are: the weights fit no other network. Loss, recipe and split stay so that "
                               "the losses of the two can be laid beside each other.") + QLatin1Char(' ')
                                + (epoch.hasMemory ? tr("With the same optimiser it goes on as the run would have.")
                                                   : tr("The optimiser begins anew: what it remembered is kept of the first, the best and the last epoch alone.")), this);
    note->setObjectName(QStringLiteral("branchNote"));
    note->setProperty("quiet", true);
    for (QLabel *label : {words, note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    addFields();
    m_form->setValues(spec.toJson());
    m_start->setObjectName(QStringLiteral("startBranch"));
    m_start->setText(tr("Start the branch"));
    m_start->setDefault(true);
    auto *close = new QPushButton(tr("&Cancel"), this);
    close->setObjectName(QStringLiteral("cancelBranch"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_start);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Theme::space, 3 * Theme::space, 3 * Theme::space, 2 * Theme::space);
    layout->setSpacing(2 * Theme::space);
    for (QWidget *part : std::initializer_list<QWidget *>{words, m_form, note})
        layout->addWidget(part);
    layout->addStretch(1);
    layout->addLayout(buttons);
    const int width = std::max(usualWidth, 24 * fontMetrics().height());
    resize(width, std::max(sizeHint().height(), layout->totalHeightForWidth(width))); // however long the note is
    connect(m_form, &SettingsForm::changed, this, &BranchDialog::check);
    connect(m_start, &QPushButton::clicked, this, &QDialog::accept);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    check();
}

void BranchDialog::addFields()
{
    m_form->addText(QStringLiteral("learningRate"));
    m_form->addChoice(QStringLiteral("schedule"));
    m_form->addChoice(QStringLiteral("optimiser"));
    m_form->addText(QStringLiteral("weightDecay"));
    m_form->addText(QStringLiteral("clipNorm"));
    m_form->addText(QStringLiteral("dropout"));
    for (const auto *path : {"batch", "epochs", "patience"})
        m_form->addWhole(QLatin1String(path), 0);
    m_form->addText(QStringLiteral("seed"));
}

Result<TrainingSpec> BranchDialog::spec() const
{
    QJsonObject json = m_origin.toJson();
    m_form->writeTo(json);
    return TrainingSpec::fromJson(json);
}

void BranchDialog::check()
{
    const Result<TrainingSpec> read = spec();
    const SettingProblem problem = read ? SettingProblem() : settingProblem(read.error());
    m_form->setProblem(problem.path, problem.text);
    m_start->setEnabled(problem.text.isEmpty());
    m_start->setToolTip(problem.text);
}

void BranchDialog::open(const RunSummary &run, const TrainingSpec &spec, const JudgedEpoch &epoch, QWidget *receiver, std::function<void(const Branch &)> start)
{
    auto *dialog = new BranchDialog(run, spec, epoch, receiver->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, receiver, [dialog, run = run.id, epoch = epoch.epoch, start = std::move(start)] {
        if (const Result<TrainingSpec> chosen = dialog->spec())
            start({run, epoch, *chosen});
    });
    dialog->QDialog::open();
}

} // namespace foretrail
