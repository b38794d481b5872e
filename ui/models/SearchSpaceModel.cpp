#include "ui/models/SearchSpaceModel.h"

#include "ui/models/SettingTexts.h"

#include <QLocale>

#include <algorithm>

namespace foretrail {

namespace {

/// A number, a truth, or the name of a choice.
QJsonValue valueFrom(const QString &text)
{
    if (text == u"true" || text == u"false")
        return text == u"true";
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonArray valuesFrom(const QString &text)
{
    QJsonArray values;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            values.append(valueFrom(part.trimmed()));
    return values;
}

int alignmentOf(SearchSpaceModel::Column column)
{
    const bool isNumber = column == SearchSpaceModel::Column::From || column == SearchSpaceModel::Column::To;
    return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QString titleOfSetting(const QString &path)
{
    if (path == u"model")
        return SearchSpaceModel::tr("Model");
    const QString title = settingText(path).title;
    return title.isEmpty() ? path : title;
}

} // namespace

SearchSpace withUsualFields(const SearchSpace &space, const TrainingSpec &start)
{
    SearchSpace all = SearchSpace::usual(start);
    for (SearchField &field : all.fields)
        field.isOn = false;
    for (const SearchField &field : space.fields) {
        const auto known = std::ranges::find(all.fields, field.path, &SearchField::path);
        if (known == all.fields.end())
            all.fields.append(field);
        else
            *known = field;
    }
    return all;
}

void SearchSpaceModel::setSpace(const SearchSpace &space)
{
    beginResetModel();
    m_space = space;
    endResetModel();
}

int SearchSpaceModel::rowOf(const QString &path) const
{
    const auto found = std::ranges::find(m_space.fields, path, &SearchField::path);
    return found == m_space.fields.end() ? -1 : int(found - m_space.fields.begin());
}

int SearchSpaceModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_space.fields.size()); }

int SearchSpaceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : columns; }

Qt::ItemFlags SearchSpaceModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    return flags | (Column(index.column()) == Column::Setting ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

QString SearchSpaceModel::text(const SearchField &field, Column column) const
{
    const bool isRange = field.choices.isEmpty();
    switch (column) {
    case Column::Setting: return titleOfSetting(field.path);
    case Column::From: return isRange ? QString::number(field.from, 'g', 6) : QString();
    case Column::To: return isRange ? QString::number(field.to, 'g', 6) : QString();
    case Column::Choices: break;
    }
    QStringList values;
    for (const QJsonValue &value : field.choices)
        values += value.toVariant().toString();
    return values.join(QStringLiteral(", "));
}

QVariant SearchSpaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchField &field = m_space.fields.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(field, column);
    case Qt::CheckStateRole: return column == Column::Setting ? QVariant(int(field.isOn ? Qt::Checked : Qt::Unchecked)) : QVariant();
    case Qt::TextAlignmentRole: return alignmentOf(column);
    case Qt::ToolTipRole:
        if (column == Column::Setting)
            return settingText(field.path).help;
        return field.choices.isEmpty() && field.isLogarithmic ? QVariant(tr("Drawn on a logarithmic scale: each tenfold is as likely as the next")) : QVariant();
    default: return {};
    }
}

bool SearchSpaceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    SearchField &field = m_space.fields[index.row()]; // clazy:exclude=detaching-member : changed below
    const auto column = Column(index.column());
    if (role == Qt::CheckStateRole && column == Column::Setting) {
        field.isOn = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && column == Column::Choices) {
        field.choices = valuesFrom(value.toString());
    } else if (role == Qt::EditRole && (column == Column::From || column == Column::To)) {
        bool isNumber = false;
        double number = value.toString().toDouble(&isNumber);
        if (!isNumber)
            number = QLocale().toDouble(value.toString(), &isNumber);
        if (!isNumber)
            return false;
        (column == Column::From ? field.from : field.to) = number;
        field.choices = {};
    } else {
        return false;
    }
    tellRow(index.row());
    return true;
}

void SearchSpaceModel::tellRow(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    Q_EMIT edited();
}

QVariant SearchSpaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(Column(section));
    const std::pair<QString, QString> texts[columns] = {{tr("Setting"), tr("Checked: the search varies it")},
                                                        {tr("From"), tr("The smallest value that is drawn")},
                                                        {tr("To"), tr("The largest value that is drawn")},
                                                        {tr("Values"), tr("In place of a range: values with commas between, each as likely as the others")}};
    if (role == Qt::DisplayRole)
        return texts[section].first;
    return role == Qt::ToolTipRole ? QVariant(texts[section].second) : QVariant();
}

} // namespace foretrail
