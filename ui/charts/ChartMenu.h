#pragma once

#include <QImage>
#include <QList>
#include <QMenu>
#include <QStringList>

#include <functional>

class QToolButton;

namespace foretrail {

/// The small menu that every chart has: copy picture, copy numbers, export, show as table. What is copied is asked for
/// when it is needed.
class ChartMenu : public QMenu {
    Q_OBJECT
public:
    struct Source {
        std::function<QString()> title;
        std::function<QImage()> picture;
        std::function<QList<QStringList>()> table;
    };
    explicit ChartMenu(const Source &source, QWidget *parent);
    void retranslate();
    void leaveOutExport(); ///< where nobody saves: the numbers can be copied
    /// The button with three dots that opens the menu; belongs to the menu's parent, which places it.
    QToolButton *button() const { return m_button; }

Q_SIGNALS:
    void exportRequested(const QString &format);

private:
    void addExport(QMenu *menu, const QString &format);

    Source m_source;
    QToolButton *m_button;
    QAction *m_copyPicture;
    QAction *m_copyNumbers;
    QMenu *m_export;
    QAction *m_table;
};

} // namespace foretrail
