#include "ui/widgets/InShortTab.h"

#include "ui/theme/Theme.h"

#include <QEvent>
#include <QTextBrowser>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace foretrail {

namespace {

constexpr int storingMs = 400;

bool isSameNumber(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

QString paragraph(const QString &text, const QString &heading = {}, const QColor &color = {})
{
    const QString inside = heading.isEmpty() ? text.toHtmlEscaped() : QStringLiteral("<b>%1</b><br>%2").arg(heading.toHtmlEscaped(), text.toHtmlEscaped());
    const QString style = color.isValid() ? QStringLiteral(" style=\"color:%1\"").arg(color.name()) : QString();
    return QStringLiteral("<p%1>%2</p>").arg(style, inside);
}

} // namespace

InShortTab::InShortTab(AppSession &session, QWidget *parent) : ForecastTab(session, parent), m_job(session.jobs()), m_text(new QTextBrowser)
{
    m_storing.setSingleShot(true);
    m_storing.setInterval(storingMs);
    m_text->setObjectName(QStringLiteral("inShortText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    connect(&m_storing, &QTimer::timeout, this, &InShortTab::begin);
    connect(m_text, &QTextBrowser::anchorClicked, this, &InShortTab::reportWanted);
    connect(&session, &AppSession::dataChanged, this, [this] { m_isOld = true; });
    connect(&session, &AppSession::workspaceChanged, this, [this] {
        m_job.cancel();
        m_asked.reset();
        m_content = {};
    });
    retranslate();
}

void InShortTab::retranslate()
{
    m_text->setAccessibleName(title());
    m_isOld = true; // sentences are made in the language of the time
}

/// Whether the same series is expected to go otherwise than when it was asked.
bool InShortTab::isCorrected() const
{
    const std::vector<double> values = forecast()->adjustments.forecast.values();
    return forecast()->outcome.history.key == m_key && !std::equal(values.begin(), values.end(), m_values.begin(), m_values.end(), isSameNumber);
}

void InShortTab::fill()
{
    if (!forecast() || !session().hasWorkspace()) {
        m_asked.reset();
        m_content = {};
        m_problem = tr("Nothing is forecast yet.");
        return showContent();
    }
    ReportRequest request = usualReport(forecast()->spec, session().summary());
    request.workers = std::max(1, QThread::idealThreadCount() / 2); // a person goes on meanwhile
    const bool isSame = m_asked && m_asked->spec == request.spec && !m_isOld;
    const bool isOther = isSame && isCorrected();
    m_key = forecast()->outcome.history.key;
    m_values = forecast()->adjustments.forecast.values();
    if (isSame && !isOther)
        return;
    m_isOld = false;
    m_asked = request;
    isOther ? m_storing.start() : begin();
}

void InShortTab::begin()
{
    if (!m_asked || !session().hasWorkspace())
        return;
    m_content = {};
    m_problem = tr("Forecasting the largest series, to say what rises, what falls and what needs a look");
    showContent();
    session().runLatestOnWorkspace<ReportContent>(m_job, {tr("Forecasting the largest series"), Lane::Learn, true},
        [request = *m_asked](Workspace &workspace, JobContext &job) {
            Result<ReportContent> content = reportFromWorkspace(workspace, request, job);
            if (content)
                content->series.clear();
            return content;
        }, this, [this](Result<ReportContent> content) { take(std::move(content)); });
}

void InShortTab::take(Result<ReportContent> content)
{
    if (content) {
        m_content = std::move(*content);
        m_problem.clear();
    } else {
        m_asked.reset();
        m_problem = content.error().isCancelled() ? tr("Stopped. It is made anew when you come back to this tab.") : content.error().message;
    }
    showContent();
}

void InShortTab::showContent()
{
    const ThemeColors &colors = Theme::colors();
    if (m_content.findings.isEmpty())
        return m_text->setHtml(paragraph(m_problem, {}, colors.secondary));
    QString html = paragraph(QStringLiteral("%1 · %2").arg(m_content.title, m_content.subtitle), {}, colors.secondary);
    for (const ReportFinding &finding : m_content.findings)
        html += paragraph(finding.text, finding.heading);
    html += QStringLiteral("<p><a href=\"report\" style=\"color:%1\">%2</a></p>").arg(colors.accentText.name(), tr("Make a report of it, with a page for each series").toHtmlEscaped());
    m_text->setHtml(html);
}

void InShortTab::changeEvent(QEvent *event)
{
    ForecastTab::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_content.findings.isEmpty())
        showContent();
}

} // namespace foretrail
