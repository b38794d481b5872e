#include "ui/models/FindingsModel.h"

#include "core/preparation/StepRegistry.h"
#include "ui/models/CellOrder.h"
#include "ui/theme/Theme.h"

namespace foretrail {

void FindingsModel::setFindings(QList<Finding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

QString FindingsModel::severityText(Severity severity)
{
    switch (severity) {
    case Severity::Note: return tr("Note");
    case Severity::Warning: return tr("Warning");
    case Severity::Problem: return tr("Problem");
    }
    return {};
}

QString FindingsModel::severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Note: return QStringLiteral("note");
    case Severity::Warning: return QStringLiteral("warning");
    case Severity::Problem: return QStringLiteral("problem");
    }
    return {};
}

QString FindingsModel::stepText(const QString &step)
{
    const StepInfo *info = StepRegistry::instance().find(step);
    return info ? info->title : step;
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString FindingsModel::text(const Finding &finding, Column column) const
{
    switch (column) {
    case Column::Severity: return severityText(finding.severity);
    case Column::Sentence: return finding.sentence;
    case Column::Remedy: return finding.remedy;
    }
    return {};
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &shown = m_findings.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(shown, column);
    case Qt::DecorationRole: return column == Column::Severity ? QVariant(Theme::icon(severityIcon(shown.severity))) : QVariant();
    case orderRole: return column == Column::Severity ? QVariant(int(shown.severity)) : QVariant();
    case Qt::TextAlignmentRole: return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        if (column == Column::Severity && shown.severity == Severity::Problem)
            return Theme::colors().warning;
        return column == Column::Sentence ? QVariant() : QVariant(Theme::colors().secondary);
    default: return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Severity: return tr("Weight");
    case Column::Sentence: return tr("What was found");
    case Column::Remedy: return tr("What to do");
    }
    return {};
}

} // namespace foretrail
