#include "ui/asking/FileDialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace foretrail::FileDialogs {

namespace {

Functions native()
{
    return {
        [](const Question &question) {
            return QFileDialog::getOpenFileNames(question.parent, question.title, question.path, question.filter);
        },
        [](const Question &question) {
            static QString lastFolder; // a bare name is suggested where the last file went
            const bool isBare = !lastFolder.isEmpty() && !question.path.contains(QLatin1Char('/'));
            const QString path = QFileDialog::getSaveFileName(question.parent, question.title, isBare ? lastFolder + QLatin1Char('/') + question.path : question.path, question.filter);
            if (!path.isEmpty())
                lastFolder = QFileInfo(path).absolutePath();
            return path;
        },
        [](const Question &question) { return QFileDialog::getExistingDirectory(question.parent, question.title, question.path); },
    };
}

Functions &currentFunctions()
{
    static Functions functions = native();
    return functions;
}

QString firstSuffix(const QString &filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\*\\.([\\w-]+)"));
    return pattern.match(filter).captured(1);
}

QString withSuffix(const QString &path, const QString &filter)
{
    const QString suffix = firstSuffix(filter);
    return path.isEmpty() || suffix.isEmpty() || !QFileInfo(path).suffix().isEmpty() ? path : path + QLatin1Char('.') + suffix;
}

} // namespace

void setFunctions(const Functions &functions)
{
    const Functions standard = native();
    currentFunctions() = {functions.openFiles ? functions.openFiles : standard.openFiles,
                 functions.saveFile ? functions.saveFile : standard.saveFile,
                 functions.openFolder ? functions.openFolder : standard.openFolder};
}

QStringList openFiles(QWidget *parent, const QString &title, const QString &folder, const QString &filter)
{
    return currentFunctions().openFiles({parent, title, folder, filter});
}

QString nameOf(const QString &title)
{
    QString name;
    for (const QString lower = title.toLower(); const QChar letter : lower) {
        if (letter.isLetterOrNumber())
            name += letter;
        else if (!name.isEmpty() && name.back() != QLatin1Char('-')) // one that begins with - is taken for an option by other programs
            name += QLatin1Char('-');
    }
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("-") : name.left(60);
}

QString openFile(QWidget *parent, const QString &title, const QString &folder, const QString &filter)
{
    const QStringList files = openFiles(parent, title, folder, filter);
    return files.isEmpty() ? QString() : files.front();
}

QString openFolder(QWidget *parent, const QString &title, const QString &folder)
{
    return currentFunctions().openFolder({parent, title, folder, {}});
}

QString saveFile(QWidget *parent, const QString &title, const QString &name, const QString &filter)
{
    const QString path = currentFunctions().saveFile({parent, title, name, filter});
    const QString full = withSuffix(path, filter);
    if (full == path || !QFileInfo::exists(full))
        return full;
    // The dialog knew nothing of this name when it asked whether a file may be replaced: it asks again, with it.
    return withSuffix(currentFunctions().saveFile({parent, title, full, filter}), filter);
}

} // namespace foretrail::FileDialogs
