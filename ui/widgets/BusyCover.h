#pragma once

#include "core/jobs/JobRunner.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QLabel;

namespace foretrail {

class JobRow;

/// What lies over a page while something is made in the place of what it shows: what it is, since when and how far, and a button that stops it; what
/// is below grows pale and is called what it is. Nothing moves for it, and what takes less than a moment is not told.
class BusyCover : public QFrame {
    Q_OBJECT
public:
    /// Stands at the top of `main`, which grows pale together with `others`.
    BusyCover(JobRunner &jobs, QWidget *main, const QList<QWidget *> &others);

    /// `what`: "Forecasting tea with ets". `old`: what is below, until then; empty: it is not an old one, and stays as clear as it is.
    void begin(const QString &what, const QString &old);
    void follow(JobId job); ///< that makes it
    void end();
    bool isBusy() const { return m_isBusy; }
    bool isPale() const { return isVisibleTo(parentWidget()) && !m_oldText.isEmpty(); } ///< what is below
    const QString &what() const { return m_what; }

Q_SIGNALS:
    void changed(); ///< busy or not, pale or not
    void stopWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Veil;
    void appear();
    void refresh();
    void place();

    JobRunner &m_jobs;
    QWidget *m_main;
    QList<Veil *> m_veils;
    JobRow *m_row;
    QLabel *m_old;
    QTimer m_patience; ///< until it is told
    QTimer m_clock;
    QElapsedTimer m_since;
    QString m_what;
    QString m_oldText;
    JobId m_job = 0;
    bool m_isBusy = false;
};

} // namespace foretrail
