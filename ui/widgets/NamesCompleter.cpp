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

QStringList NamesCompleter::splitPath(const QString &path) const
{
    const QString last = path.mid(lastNameAt(path)).trimmed();
    return {last.startsWith(QLatin1Char('"')) ? last.mid(1) : last};
}

QString NamesCompleter::pathFromIndex(const QModelIndex &index) const
{
    const QString name = quotedName(QCompleter::pathFromIndex(index));
    const auto *line = qobject_cast<const QLineEdit *>(widget());
    const qsizetype last = line ? lastNameAt(line->text()) : 0;
    return last == 0 ? name : QStringLiteral("%1 %2").arg(line->text().left(last), name);
}

} // namespace foretrail
