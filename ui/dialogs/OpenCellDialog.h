#pragma once

#include "core/training/OpenedCell.h"
#include "ui/AppSession.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;
class QStackedWidget;

namespace foretrail {

class CellView;
class EmptyState;

/// Looks into the network of a stored LSTM or GRU run: choose a series and a window, of a run over many series a network and a step ahead, see what each unit did with it. Opening and each
/// window are jobs; of quick moves the last one counts. Not modal, so that two runs may stand side by side; closes with its workspace.
class OpenCellDialog : public QDialog {
    Q_OBJECT
public:
    OpenCellDialog(AppSession &session, const RunSummary &run, QWidget *parent = nullptr);
    ~OpenCellDialog() override;
    /// Shows it beside the window; deletes itself when closed.
    static void open(AppSession &session, const RunSummary &run, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// What is read at once: the network on one series, and the series there are.
    struct Opening {
        std::shared_ptr<const OpenedCell> cell;
        QList<SeriesInfo> series; ///< empty: not asked for
    };
    static Result<Opening> read(Workspace &workspace, RunId run, const QString &seriesKey, bool hasList, JobContext &job);
    void makeTypeButtons();
    void arrange();
    void connectAll();
    void retranslate();
    void openSeries(const QString &key);
    void take(const Opening &opening);
    void fillChoices(); ///< which network, and which step ahead
    CellChoice choice() const;
    void fillSeries(const QList<SeriesInfo> &series);
    void look();
    void showWindowText();
    void refuse(const Error &error);
    void setTypeSize(int size);
    QString fileName() const;
    void saveTable();
    void savePicture(const QString &format, const Result<QByteArray> &bytes);

    AppSession &m_session;
    const RunSummary m_run;
    LatestJob m_openJob;
    LatestJob m_lookJob;
    std::shared_ptr<const OpenedCell> m_cell;
    QLabel *m_title;
    QLabel *m_seriesLabel;
    QLabel *m_windowLabel;
    QLabel *m_windowText;
    QLabel *m_memberLabel;
    QLabel *m_aheadLabel;
    QComboBox *m_series;
    QSpinBox *m_member; ///< this and the next of networks over many series
    QSpinBox *m_ahead;
    QSlider *m_window;
    QPushButton *m_smaller;
    QPushButton *m_larger;
    QPushButton *m_export;
    QPushButton *m_close;
    EmptyState *m_empty;
    CellView *m_view;
    QStackedWidget *m_stack;
    int m_typeSize = 0;       ///< among the sizes there are
    bool m_isFilling = false; ///< the program moves slider and list, not a person
};

} // namespace foretrail
