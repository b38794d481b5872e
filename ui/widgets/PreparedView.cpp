#include "ui/widgets/PreparedView.h"

#include "core/preparation/StepRegistry.h"
#include "ui/asking/FileDialogs.h"
#include "ui/charts/ChartExport.h"
#include "ui/charts/ForecastChart.h"
#include "ui/charts/PreparationChart.h"
#include "ui/models/RecipeWords.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BeforeAfterView.h"
#include "ui/widgets/DecompositionView.h"
#include "ui/widgets/SeasonalView.h"
#include "ui/widgets/SeriesButton.h"
#include "ui/widgets/SpectrumView.h"
#include "ui/widgets/WindowsView.h"

#include <QEvent>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace foretrail {

namespace {

/// First moments of the validation and the test part of what was prepared.
std::vector<WallMs> bordersOf(const PreparedPicture &prepared)
{
    if (!prepared.split || !prepared.done)
        return {};
    const TimeAxis &axis = prepared.done->frame().target.axis;
    const WallMs test = axis.timeAt(prepared.split->train + prepared.split->validation);
    if (prepared.split->validation == 0)
        return {test};
    return {axis.timeAt(prepared.split->train), test};
}

/// What stood there before the step: marks and columns that are not its own.
void addEarlier(StepSurroundings &around, const PreparedPicture &prepared, int step)
{
    for (const Stage &other : prepared.done->stages()) {
        if (other.step >= step)
            return;
        around.marksBefore = other.after->marks;
        around.columnsBefore.clear();
        for (const FeatureColumn &column : other.after->columns)
            around.columnsBefore.push_back(column.name);
    }
}

} // namespace

PreparedView::PreparedView(AppSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_button(new SeriesButton), m_told(new QLabel), m_tabs(new QTabWidget), m_picture(new BeforeAfterView),
      m_spectrum(new SpectrumView(session.jobs())), m_parts(new DecompositionView(session.jobs())), m_seasonal(new SeasonalView),
      m_windows(new WindowsView)
{
    m_told->setObjectName(QStringLiteral("stepTold"));
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_told->setMinimumHeight(2 * QFontMetrics(m_told->font()).lineSpacing()); // the tabs stand still from step to step
    m_tabs->setObjectName(QStringLiteral("prepareTabs"));
    m_tabs->setDocumentMode(true);
    for (QWidget *tab : std::initializer_list<QWidget *>{m_picture, m_spectrum, m_parts, m_seasonal, m_windows})
        m_tabs->addTab(tab, QString());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space, Theme::space, Theme::space, Theme::space);
    layout->setSpacing(4);
    layout->addWidget(m_button);
    layout->addWidget(m_told);
    layout->addWidget(m_tabs, 1);
    connect(m_picture, &BeforeAfterView::exportRequested, this, &PreparedView::exportChart);
    for (AnalysisView *view : std::initializer_list<AnalysisView *>{m_spectrum, m_parts, m_seasonal})
        connect(view, &AnalysisView::exportRequested, this, &PreparedView::exportChart);
    connect(m_windows, &WindowsView::addClicked, this, &PreparedView::windowsWanted);
    retranslate();
}

void PreparedView::setLoading()
{
    m_picture->setLoading(true);
}

void PreparedView::setNothing(const QString &sentence)
{
    m_prepared = {};
    m_told->setText(sentence);
    m_picture->setPicture({});
    m_picture->setEmptyText(sentence);
    m_windows->setPrepared({});
    for (AnalysisView *view : std::initializer_list<AnalysisView *>{m_spectrum, m_parts, m_seasonal})
        view->setSeries(nullptr, {});
}

void PreparedView::setPrepared(const PreparedPicture &prepared, const SeriesQuery &query, int step)
{
    m_query = query;
    m_step = step;
    m_button->setSeriesText(questionTitle(query, *prepared.series));
    if (!prepared.done)
        return setNothing(prepared.error);
    m_prepared = prepared;
    m_windows->setPrepared(prepared);
    showStep();
}

void PreparedView::setStep(int step)
{
    m_step = step;
    if (m_prepared.done)
        showStep();
}

void PreparedView::showStep()
{
    showPicture();
    const std::shared_ptr<const Series> series = m_prepared.seriesAfter(m_step);
    for (AnalysisView *view : std::initializer_list<AnalysisView *>{m_spectrum, m_parts, m_seasonal})
        view->setSeries(series, valueTitleBefore(m_step + 1));
}

void PreparedView::showPicture()
{
    const Stage *stage = m_prepared.stage(m_step);
    const std::vector<WallMs> borders = bordersOf(m_prepared);
    if (!stage) {
        m_picture->setPicture({{}, seriesPicture(*m_prepared.seriesAfter(m_step), valueTitleBefore(m_step), borders)});
        return m_told->setText(m_step < 0 ? tr("The series as it is in the data.") : tr("This step does not run. The series as the steps before it made it."));
    }
    const StepInfo *info = StepRegistry::instance().find(m_prepared.recipe.steps.at(m_step).kind);
    StepSurroundings around{info->title, info->group, valueTitleBefore(m_step), {}, {}, borders};
    addEarlier(around, m_prepared, m_step);
    m_picture->setEmptyText(tr("This step makes nothing of this series: see its settings."));
    m_picture->setPicture(stepPicture(*stage, around));
    m_told->setText(told(*stage));
}

QString PreparedView::told(const Stage &stage) const
{
    const QString counts = countsInWords(stage.rowsIn, stage.changed, stage.rowsOut);
    return stage.finding.isEmpty() ? tr("%1.", "counts").arg(counts) : tr("%1. %2", "counts, finding").arg(counts, stage.finding);
}

/// The data's own unit holds until a step has changed the scale.
QString PreparedView::valueTitleBefore(int step) const
{
    for (const Stage &stage : m_prepared.done->stages()) {
        const StepInfo *info = StepRegistry::instance().find(m_prepared.recipe.steps[stage.step].kind);
        if (stage.step < step && info->group == StepGroup::Transform)
            return tr("Prepared value");
    }
    const QString measure = capitalised(measureTitle(m_query.measure));
    const QString unit = m_prepared.series->unit;
    return unit.isEmpty() ? measure : tr("%1 (%2)", "Revenue (GBP)").arg(measure, unit);
}

void PreparedView::exportChart(const ChartContent &content, const QString &format)
{
    const QString path = FileDialogs::saveFile(this, tr("Export"), QStringLiteral("%1.%2").arg(FileDialogs::nameOf(content.title), format),
                                               QStringLiteral("%1 (*.%2)").arg(format.toUpper(), format));
    if (path.isEmpty())
        return;
    const Result<QByteArray> bytes = renderChart(content, format);
    if (!bytes)
        return m_session.report(bytes.error(), tr("Exporting a chart"));
    m_session.save(tr("Exporting a chart"), path, [path, bytes = *bytes] { return saveBytes(bytes, path); });
}

void PreparedView::retranslate()
{
    const QStringList titles{tr("Effect"), tr("Spectrum"), tr("Decomposition"), tr("Seasons"), tr("Windows")};
    for (int i = 0; i < titles.size(); ++i)
        m_tabs->setTabText(i, titles[i]);
}

void PreparedView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace foretrail
