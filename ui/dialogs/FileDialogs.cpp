#include "ui/dialogs/FileDialogs.h"

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
            return QFileDialog::getSaveFileName(question.parent, question.title, question.path, question.filter);
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
    const QString suffix = firstSuffix(filter);
    if (path.isEmpty() || suffix.isEmpty() || !QFileInfo(path).suffix().isEmpty())
        return path;
    const QString full = path + QLatin1Char('.') + suffix;
    // The dialog knew nothing of this name when it asked whether a file may be replaced: ask again, with it.
    return QFileInfo::exists(full) ? currentFunctions().saveFile({parent, title, full, filter}) : full;
}

} // namespace foretrail::FileDialogs
