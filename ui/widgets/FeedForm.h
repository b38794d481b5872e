#pragma once

#include "core/live/FeedSpec.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace foretrail {

/// What to follow: a log again at some speed, a file that grows, a folder, a port or a socket. A line of fields.
class FeedForm : public QWidget {
    Q_OBJECT
public:
    explicit FeedForm(QWidget *parent = nullptr);

    /// As the fields say; InvalidInput with what would be right.
    Result<FeedSpec> spec() const;
    QString like() const; ///< a file that shows what lines look like, for ports and sockets; may be empty
    /// "replay:/path/log.csv@60", as kept in the settings; what cannot be read changes nothing.
    void setSpec(const QString &text);
    QString text() const; ///< with the speed of a replay
    void setEditable(bool isEditable);

Q_SIGNALS:
    void changed();
    void submitted(); ///< Enter in a field

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Kind { Replay, File, Folder, Tcp, Socket, kinds };
    Kind kind() const;
    void showKind();
    void showTexts();
    void browse(QLineEdit *field);

    QComboBox *m_kind;
    QLineEdit *m_place;
    QToolButton *m_browse;
    QLabel *m_speedLabel;
    QComboBox *m_speed;
    QLabel *m_likeLabel;
    QLineEdit *m_like;
    QToolButton *m_browseLike;
};

} // namespace foretrail
