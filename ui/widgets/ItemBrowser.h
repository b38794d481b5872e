#pragma once

#include "ui/models/SeriesListModel.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace foretrail {

class Selection;
class ShortenedButton;

/// The question (measure, by, step) and the series that answer it: search, sort, choose. What the data cannot answer is
/// disabled and says why.
class ItemBrowser : public QWidget {
    Q_OBJECT
public:
    explicit ItemBrowser(QWidget *parent = nullptr);

    /// What the workspace holds decides which questions make sense.
    void setSummary(const DataSummary &summary);
    void setQuestion(const SeriesQuery &question);
    const SeriesQuery &question() const { return m_question; }
    void setList(std::shared_ptr<const SeriesList> list);
    /// Selects it where it is shown; says so with false otherwise.
    bool select(const QString &key);
    const SeriesListModel &model() const { return m_model; }
    bool isSearching() const;
    /// Several series may be chosen, with Shift and Ctrl.
    void setMultiple(bool isMultiple);
    /// What is chosen here becomes the selection, in place of the run that was on the Forecast page.
    void chooseInto(Selection &selection) const;
    /// Those chosen among the shown ones, in the order shown.
    QList<SeriesInfo> chosen() const;

    /// Favourites and exceptions have a place here from now on: a filter, stars, a button that checks all series.
    void setHasChecks();
    void setMarks(std::shared_ptr<const SeriesMarks> marks); ///< of the list that is shown
    void setFavourites(const QSet<QString> &keys);
    /// What the last check found, or why there is none; `rules`: from where on a series is an exception.
    void setCheckState(const QString &sentence, const QString &rules = {});
    /// A check is running: so many of all series are done. total 0: none is.
    void setCheckProgress(qint64 done, qint64 total);

Q_SIGNALS:
    void favouriteChosen(const QString &key, bool isFavourite);
    void checkWanted();
    void checkStopped();
    void questionChosen(const foretrail::SeriesQuery &question);
    void seriesChosen(const QString &key, const QString &name);
    void chosenChanged(); ///< see chosen()

protected:
    void changeEvent(QEvent *event) override;

private:
    void giveListRoom();
    QComboBox *addCombo(const QString &name);
    void fillQuestion();
    void fillOrders();
    void showCount();
    void showFound();
    void onChosen();
    void onCurrent(const QModelIndex &index);
    void arrangeChecks();
    void fillFilter();
    void orderFor(SeriesFilter::Kind kind);
    void applyFilter();
    void toggleFavourite(const QModelIndex &index);
    void showCheckButton();
    void showReason();

    SeriesListModel m_model;
    SeriesQuery m_question;
    DataSummary m_summary;
    QComboBox *m_measure;
    QComboBox *m_by;
    QComboBox *m_step;
    QComboBox *m_order;
    QLineEdit *m_search;
    QListView *m_view;
    QComboBox *m_filter;
    QAction *m_star;
    ShortenedButton *m_check;
    QPushButton *m_showExceptions;
    QLabel *m_checkState;
    QLabel *m_reason; ///< why the current series is an exception
    qint64 m_checked = 0; ///< while a check is running: series done, and all
    qint64 m_toCheck = 0;
    bool m_hasChecks = false;
    QLabel *m_none; ///< in place of the list where the search finds nothing
    QString m_key; ///< chosen last; comes back when a search shows it again
    bool m_isSelecting = false; ///< the selection follows the program, not a person
};

/// The question itself where the data answers it, else the nearest one it does answer.
SeriesQuery answerable(SeriesQuery question, const DataSummary &summary);

} // namespace foretrail
