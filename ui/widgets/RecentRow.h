#pragma once

#include <QPushButton>

#include <vector>

class QLabel;
class QToolButton;

namespace foretrail {

class SketchLine;

/// What is known of a workspace that was used before.
struct RecentWorkspace {
    enum class State { Unread, There, Missing, Unreadable };
    QString path;
    State state = State::Unread;
    qint64 rows = 0;
    QString problem;           ///< why it cannot be read, where it cannot
    std::vector<float> sketch; ///< revenue by week, or events where there are no amounts
};

/// A workspace used before: name, folder, a tiny line of its revenue, rows. A click opens it; one that is gone can only be
/// taken off the list.
class RecentRow : public QPushButton {
    Q_OBJECT
public:
    explicit RecentRow(QWidget *parent = nullptr);
    void setWorkspace(const RecentWorkspace &workspace);
    const RecentWorkspace &workspace() const { return m_workspace; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(const QString &path);
    void removed(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showTexts();
    RecentWorkspace m_workspace;
    QLabel *m_name;
    QLabel *m_folder;
    SketchLine *m_sketch;
    QLabel *m_rows;
    QToolButton *m_remove;
};

} // namespace foretrail
