#include "ui/widgets/LeakProofLine.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace foretrail {

namespace {

constexpr quint64 seed = 1; ///< the same disturbance each time: a proof can be repeated
constexpr int iconSize = 16;

} // namespace

LeakProofLine::LeakProofLine(JobRunner &jobs, QWidget *parent)
    : QWidget(parent), m_job(jobs), m_button(new QPushButton(this)), m_icon(new QLabel(this)), m_words(new QLabel(this))
{
    m_button->setObjectName(QStringLiteral("proveNoLeak"));
    m_icon->setObjectName(QStringLiteral("leakIcon"));
    m_words->setObjectName(QStringLiteral("leakWords"));
    m_words->setFont(Theme::tableFont());
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(4);
    layout->addWidget(m_button);
    layout->addLayout(line);
    connect(m_button, &QPushButton::clicked, this, &LeakProofLine::prove);
    show({}, {});
    retranslate();
}

void LeakProofLine::setInput(const std::optional<PreparationRequest> &request, const std::shared_ptr<const Surroundings> &surroundings,
                             const QString &whyNot)
{
    m_job.cancel();
    m_request = request;
    m_surroundings = surroundings;
    m_whyNot = whyNot;
    show({}, {});
    retranslate();
}

void LeakProofLine::prove()
{
    if (!m_request)
        return;
    show(QStringLiteral("note"), tr("Preparing twice, once with everything behind the split replaced."));
    m_job.start<LeakReport>({tr("Proving that nothing leaks"), Lane::Read, true},
        [request = *m_request, surroundings = m_surroundings](JobContext &job) {
            return proveNoLeak(request, surroundings ? *surroundings : Surroundings(), seed, job);
        }, this, [this](const Result<LeakReport> &report) {
            if (!report)
                return show(report.error().isCancelled() ? QString() : QStringLiteral("warning"),
                            report.error().isCancelled() ? QString() : report.error().message);
            show(report->holds() ? QStringLiteral("check") : QStringLiteral("warning"), report->sentence());
        });
}

void LeakProofLine::show(const QString &iconName, const QString &words)
{
    m_iconName = iconName;
    m_words->setText(words);
    m_icon->setPixmap(iconName.isEmpty() ? QPixmap() : Theme::icon(iconName).pixmap(iconSize));
    m_icon->setVisible(!iconName.isEmpty());
    m_words->setVisible(!words.isEmpty());
}

void LeakProofLine::retranslate()
{
    m_button->setText(tr("Prove that nothing leaks"));
    m_button->setEnabled(m_request.has_value());
    m_button->setToolTip(m_request ? tr("Replaces everything behind the end of the training part and shows that nothing before it changes") : m_whyNot);
}

void LeakProofLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        show({}, {}); // it is said in the language of the proof
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        show(QString(m_iconName), m_words->text());
    }
}

} // namespace foretrail
