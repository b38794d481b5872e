#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace foretrail {

/// The path of a picture: typed, or chosen among files. Nothing is read here.
class PictureField : public QWidget {
    Q_OBJECT
public:
    /// `name`: objectName of the line; that of the button is `chooser`.
    PictureField(const QString &name, const QString &chooser, QWidget *parent = nullptr);

    QString path() const;
    void setPath(const QString &path);
    void setFolder(const QString &folder) { m_folder = folder; } ///< where choosing begins without a path
    void showTexts(); ///< in the language of now

Q_SIGNALS:
    void pathChosen(const QString &path); ///< by a person, once typing has ended

private:
    void choose();

    QLineEdit *m_line;
    QPushButton *m_choose;
    QString m_folder;
};

} // namespace foretrail
