#include "ui/LastView.h"

#include "ui/Selection.h"
#include "ui/settings/Settings.h"

#include <QJsonDocument>
#include <QScopedValueRollback>

namespace foretrail {

namespace {

constexpr QLatin1String lastPageField("page"), lastQuestionField("question"), seriesNameField("seriesName"), lastForecastField("forecast");

std::optional<TrainingSpec> specIn(const QJsonObject &kept, QLatin1String field)
{
    const Result<TrainingSpec> spec = kept.contains(field) ? TrainingSpec::fromJson(kept[field].toObject()) : fail(ErrorCode::NotFound, {});
    return spec ? std::optional<TrainingSpec>(*spec) : std::nullopt; // of an edited file: as if nothing were kept
}

} // namespace

LastView::LastView(Settings &settings, Selection &selection, QObject *parent) : QObject(parent), m_settings(settings), m_selection(selection)
{
    connect(&selection, &Selection::questionChanged, this, &LastView::keep);
    connect(&selection, &Selection::seriesChanged, this, &LastView::keep);
}

void LastView::open(const QString &workspace)
{
    const QScopedValueRollback guard(m_isOpening, true);
    m_workspace = workspace;
    const QJsonObject kept = QJsonDocument::fromJson(m_settings.workspaceView(workspace)).object();
    m_page = kept[lastPageField].toString();
    m_forecast = specIn(kept, lastForecastField);
    if (const std::optional<TrainingSpec> asked = specIn(kept, lastQuestionField)) {
        m_selection.setQuestion(asked->query);
        m_selection.setSeries(asked->query.keys.value(0, QStringLiteral("total")), kept[seriesNameField].toString());
    }
}

void LastView::setPage(const QString &name)
{
    m_page = name;
    keep();
}

void LastView::setForecast(const TrainingSpec &spec)
{
    TrainingSpec bare = spec;
    bare.query.keys.clear();
    if (m_forecast == bare)
        return;
    m_forecast = std::move(bare);
    keep();
}

void LastView::keep() const
{
    if (m_workspace.isEmpty() || m_isOpening)
        return;
    TrainingSpec asked;
    asked.query = m_selection.question();
    asked.query.keys = {m_selection.seriesKey()};
    QJsonObject kept{{lastPageField, m_page}, {lastQuestionField, asked.toJson()}, {seriesNameField, m_selection.seriesName()}};
    if (m_forecast)
        kept.insert(lastForecastField, m_forecast->toJson());
    m_settings.setWorkspaceView(m_workspace, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace foretrail
