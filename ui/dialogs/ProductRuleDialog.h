#pragma once

#include "ui/AppSession.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace foretrail {

/// The rule of the workspace that says which item codes are no products: one pattern a line, with the number of known items
/// that it flags as it is typed.
class ProductRuleDialog : public QDialog {
    Q_OBJECT
public:
    ProductRuleDialog(AppSession &session, QWidget *parent);
    /// Shows it without holding up the program; deletes itself when closed.
    static void open(AppSession &session, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Known {
        QStringList patterns;
        std::shared_ptr<const QStringList> items; ///< keys of all items of the workspace
    };
    static Result<Known> read(Workspace &workspace, JobContext &job);
    void arrange();
    void take(const Known &known);
    void count();
    void showCount(qint64 flagged, const QStringList &first);
    void save();
    QStringList patterns() const;
    void retranslate();

    AppSession &m_session;
    LatestJob m_counting;
    QLabel *m_text;
    QPlainTextEdit *m_patterns;
    QLabel *m_count;
    QPushButton *m_undo;
    QPushButton *m_default;
    QPushButton *m_cancel;
    QPushButton *m_save;
    QTimer m_debounce; ///< while a person types
    Known m_known;
};

} // namespace foretrail
