#include "ui/widgets/NamesCompleter.h"

#include <QAbstractItemView>
#include <QLineEdit>

namespace foretrail {

NamesCompleter::NamesCompleter(const QStringList &names, QObject *parent) : QCompleter(names, parent)
{
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setCompletionMode(QCompleter::PopupCompletion);
    popup()->setObjectName(QStringLiteral("completions")); // a window of its own, which needs a ground
}

QStringList NamesCompleter::splitPath(const QString &path) const { return {path.mid(path.lastIndexOf(QLatin1Char(',')) + 1).trimmed()}; }

QString NamesCompleter::pathFromIndex(const QModelIndex &index) const
{
    const QString name = QCompleter::pathFromIndex(index);
    const auto *line = qobject_cast<const QLineEdit *>(widget());
    const qsizetype comma = line ? line->text().lastIndexOf(QLatin1Char(',')) : -1;
    return comma < 0 ? name : QStringLiteral("%1, %2").arg(line->text().left(comma), name);
}

QStringList namesIn(const QString &text)
{
    QStringList names;
    for (const QString &part : text.split(QLatin1Char(',')))
        if (!part.trimmed().isEmpty())
            names << part.trimmed();
    return names;
}

} // namespace foretrail
