#pragma once

#include <QWidget>

class QButtonGroup;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace foretrail {

struct PageKind;

/// The left rail: workspace on top, one button a page, settings and help below. 184 px with names, 56 px without.
class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    void addPage(const PageKind &kind); ///< which outlives the rail
    void setCurrent(const QString &name);
    void setWorkspace(const QString &name, const QString &rows, const QString &path);
    bool isCollapsed() const { return m_isCollapsed; }
    void setCollapsed(bool collapsed);

Q_SIGNALS:
    void pageChosen(const QString &name);
    void settingsChosen();
    void helpChosen();
    void collapsedChanged(bool collapsed);

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *makeButton(const QString &name, const QString &icon);
    void showTexts();
    void showWorkspace();

    struct Entry {
        const PageKind *kind;
        QToolButton *button;
    };
    QList<Entry> m_entries;
    QLabel *m_workspace;
    QLabel *m_rows;
    QButtonGroup *m_group;
    QVBoxLayout *m_pages;
    QToolButton *m_settings;
    QToolButton *m_help;
    QToolButton *m_collapse;
    QString m_workspaceName;
    QString m_rowsText;
    bool m_isCollapsed = false;
};

} // namespace foretrail
