#include "ui/models/RunsModel.h"

#include "core/evaluation/Metrics.h"
#include "core/report/CsvWriter.h"
#include "core/training/EarlierOrigins.h"
#include "core/training/RunawayRun.h"
#include "ui/charts/Ticks.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace foretrail {

namespace {

Metrics metricsOf(const RunSummary &run, const char *of)
{
    return Metrics::fromJson(run.metrics.value(QLatin1String(of)).toObject());
}

struct Shown {
    double Metrics::*member = nullptr;
    double factor = 1;
    int decimals = -1; ///< -1: as the size asks for
};

Shown metricOf(RunsModel::Column column)
{
    switch (column) {
    case RunsModel::Column::Wape: return {&Metrics::wape, 100, 1};
    case RunsModel::Column::Mase: return {&Metrics::mase, 1, 2};
    case RunsModel::Column::Mae: return {&Metrics::mae, 1, -1};
    case RunsModel::Column::Rmse: return {&Metrics::rmse, 1, -1};
    default: return {};
    }
}

QString numberText(double value, const Shown &shown)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    return shown.decimals < 0 ? plainNumber(value) : QLocale().toString(shown.factor * value, 'f', shown.decimals);
}

bool isText(RunsModel::Column column)
{
    return column == RunsModel::Column::Name || column == RunsModel::Column::Model || column == RunsModel::Column::Series
        || column == RunsModel::Column::Gain || column == RunsModel::Column::Note;
}

bool isEdited(RunsModel::Column column) { return column == RunsModel::Column::Name || column == RunsModel::Column::Note; }

} // namespace

double gainOf(const RunSummary &run)
{
    const Metrics model = metricsOf(run, "model");
    const Metrics baseline = metricsOf(run, "baseline");
    const bool hasWape = !std::isnan(model.wape) && !std::isnan(baseline.wape);
    const double ours = hasWape ? model.wape : model.mae;
    const double theirs = hasWape ? baseline.wape : baseline.mae;
    if (std::isnan(ours) || std::isnan(theirs))
        return missing;
    if (theirs > 0)
        return 1 - ours / theirs;
    return ours > 0 ? -HUGE_VAL : 0;
}

// Row by row, so that a selection stays and a text that is being typed in a cell is not lost.
void RunsModel::setRuns(const QList<RunSummary> &runs)
{
    if (m_runs.isEmpty() || runs.isEmpty()) {
        beginResetModel();
        m_runs = runs;
        endResetModel();
        return;
    }
    std::unordered_set<RunId> there;
    for (const RunSummary &run : runs)
        there.insert(run.id);
    for (int row = runCount() - 1; row >= 0; --row)
        if (!there.contains(m_runs[row].id))
            dropRun(row);
    for (int row = 0; row < int(runs.size()); ++row) {
        const RunSummary &run = runs[row];
        if (row >= runCount() || m_runs[row].id != run.id) {
            if (const int old = rowOf(run.id); old >= 0)
                dropRun(old);
            addRun(row, run);
        } else if (m_runs[row].name != run.name || m_runs[row].note != run.note) { // of a stored run nothing else changes
            m_runs[row] = run;
            Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
        }
    }
}

void RunsModel::addRun(int row, const RunSummary &run)
{
    beginInsertRows({}, row, row);
    m_runs.insert(row, run);
    endInsertRows();
}

void RunsModel::dropRun(int row)
{
    beginRemoveRows({}, row, row);
    m_runs.removeAt(row);
    endRemoveRows();
}

void RunsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(runCount() - 1, columns - 1));
}

int RunsModel::rowOf(RunId id) const
{
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [id](const RunSummary &run) { return run.id == id; });
    return found == m_runs.end() ? -1 : int(found - m_runs.begin());
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : runCount();
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

Qt::ItemFlags RunsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isText = index.isValid() && isEdited(Column(index.column()));
    return isText && !m_isReadOnly ? flags | Qt::ItemIsEditable : flags;
}

bool RunsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString text = value.toString().trimmed();
    if (!index.isValid() || role != Qt::EditRole || !isEdited(Column(index.column())) || m_isReadOnly)
        return false;
    const bool isName = Column(index.column()) == Column::Name;
    RunSummary &run = m_runs[index.row()]; // clazy:exclude=detaching-member : written to
    QString &kept = isName ? run.name : run.note;
    if (text == kept || (isName && text.isEmpty()))
        return false;
    kept = text;
    Q_EMIT dataChanged(index, index);
    if (isName)
        Q_EMIT renamed(run.id, text);
    else
        Q_EMIT noted(run.id, text);
    return true;
}

QString RunsModel::text(const RunSummary &run, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::Name: return run.name;
    case Column::Note: return run.note;
    case Column::Model: return run.model;
    case Column::Series: return run.seriesName;
    case Column::Created: return locale.toString(run.created.toLocalTime(), QLocale::ShortFormat);
    case Column::Seconds: return locale.toString(run.seconds, 'f', run.seconds < 10 ? 1 : 0);
    case Column::Seed: return QString::number(run.seed);
    case Column::Gain: {
        const std::optional<Runaway> runaway = runawayOf(run);
        return !runaway             ? gainText(run)
             : runaway->epoch > 0 ? tr("ran away, %1", "a training, and how its best epoch did").arg(gainText(run))
                                  : tr("learnt nothing, %1", "a training, and how its best epoch did").arg(gainText(run));
    }
    default: break;
    }
    const Shown shown = metricOf(column);
    const double baseline = metricsOf(run, "baseline").*shown.member;
    const QString ours = numberText(metricsOf(run, "model").*shown.member, shown);
    return std::isnan(baseline) ? ours : tr("%1 v %2", "12.3 against the baseline's 14.5").arg(ours, numberText(baseline, shown));
}

QString RunsModel::gainText(const RunSummary &run) const
{
    const double gain = gainOf(run);
    if (std::isnan(gain))
        return tr("no test part");
    if (std::isinf(gain))
        return tr("error higher"); // than none at all
    const double percent = std::round(100 * std::abs(gain));
    if (percent < 1)
        return tr("same error");
    const QString number = QLocale().toString(percent, 'f', 0);
    return gain > 0 ? tr("error %1 % lower").arg(number) : tr("error %1 % higher").arg(number);
}

QVariant RunsModel::sortValue(const RunSummary &run, Column column) const
{
    double value = missing;
    switch (column) {
    case Column::Created: return run.created;
    case Column::Seconds: return run.seconds;
    case Column::Seed: return run.seed;
    case Column::Name:
    case Column::Note:
    case Column::Model:
    case Column::Series: return text(run, column);
    case Column::Gain: value = gainOf(run); break;
    default: value = metricsOf(run, "model").*metricOf(column).member;
    }
    return std::isnan(value) ? -HUGE_VAL : value;
}

QString RunsModel::toolTip(const RunSummary &run, Column column) const
{
    if (column == Column::Gain)
        return runSentence(run);
    if (metricOf(column).member)
        return tr("%1; the second number is of %2 on the same test part").arg(text(run, column), run.metrics.value(u"baselineName").toString());
    if (column == Column::Created)
        return QLocale().toString(run.created.toLocalTime(), QLocale::LongFormat);
    return text(run, column);
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RunSummary &one = run(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(one, column);
    case Qt::TextAlignmentRole: return int((isText(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case Qt::ToolTipRole: return toolTip(one, column);
    case SortRole: return sortValue(one, column);
    case IdRole: return one.id.value;
    case FilterRole: return QStringList{one.name, one.model, one.seriesName, one.note}.join(QLatin1Char('\t'));
    default: return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole)
        return int((isText(column) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const std::pair<QString, QString> texts[columns] = {
        {tr("Name"), {}},
        {tr("Against baseline"), tr("How much closer the model came than its simple baseline, on the same test part")},
        {tr("WAPE, %"), tr("Sum of absolute errors over the sum of what happened; then the baseline's")},
        {tr("MASE"), tr("Mean absolute error over that of the seasonal naive inside the training part; then the baseline's")},
        {tr("MAE"), tr("Mean absolute error, in the unit of the series; then the baseline's")},
        {tr("RMSE"), tr("Root of the mean squared error, in the unit of the series; then the baseline's")},
        {tr("Model"), {}},
        {tr("Series"), {}},
        {tr("Date"), {}},
        {tr("Seconds"), tr("Time the training and its test took")},
        {tr("Seed"), {}},
        {tr("Note"), tr("What you wrote beside the run; words such as #holiday serve to find it again")},
    };
    if (role == Qt::DisplayRole)
        return texts[section].first;
    return role == Qt::ToolTipRole && !texts[section].second.isEmpty() ? QVariant(texts[section].second) : QVariant();
}

QList<QStringList> runsTable(const QList<RunSummary> &runs)
{
    const std::pair<QString, double Metrics::*> metrics[] = {{QStringLiteral("MAE"), &Metrics::mae}, {QStringLiteral("RMSE"), &Metrics::rmse},
        {QStringLiteral("WAPE"), &Metrics::wape}, {QStringLiteral("MASE"), &Metrics::mase}};
    QStringList header{QStringLiteral("name"), QStringLiteral("series"), QStringLiteral("model")};
    for (const auto &[name, member] : metrics)
        header << name << QStringLiteral("baseline_") + name;
    header << QStringLiteral("seconds") << QStringLiteral("created") << QStringLiteral("seed") << QStringLiteral("note");
    QList<QStringList> table{header};
    for (const RunSummary &run : runs) {
        QStringList row{run.name, run.seriesName, run.model};
        for (const auto &[name, member] : metrics)
            row << CsvWriter::number(metricsOf(run, "model").*member) << CsvWriter::number(metricsOf(run, "baseline").*member);
        row << CsvWriter::number(run.seconds) << run.created.toString(Qt::ISODate) << QString::number(run.seed) << run.note;
        table += row;
    }
    return table;
}

} // namespace foretrail
