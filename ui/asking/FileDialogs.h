#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace foretrail {

/// Asking a person for files. The native dialogs stand behind one replaceable set of functions, so that a test answers
/// in their place. Each returns an empty answer when the person cancels.
namespace FileDialogs {

struct Question {
    QWidget *parent = nullptr;
    QString title;
    QString path;   ///< suggested folder or file
    QString filter; ///< "Workspaces (*.foretrail)"
};

struct Functions {
    std::function<QStringList(const Question &)> openFiles;
    std::function<QString(const Question &)> saveFile;
    std::function<QString(const Question &)> openFolder{};
};

/// The native dialogs, unless a test put others in their place; back to native with a default-constructed set.
void setFunctions(const Functions &functions);

QString openFile(QWidget *parent, const QString &title, const QString &folder, const QString &filter);
QStringList openFiles(QWidget *parent, const QString &title, const QString &folder, const QString &filter);
QString openFolder(QWidget *parent, const QString &title, const QString &folder);
/// `name` is the suggested file name, with or without folder; the filter's first suffix is added where none was typed.
QString saveFile(QWidget *parent, const QString &title, const QString &name, const QString &filter);

/// A title as the name of a file, without suffix: small letters and digits, "-" for all else, 60 at most.
QString nameOf(const QString &title);

} // namespace FileDialogs
} // namespace foretrail
