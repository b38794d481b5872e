#pragma once

#include "ui/models/SeriesListModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace foretrail {

class Selection;

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

Q_SIGNALS:
    void questionChosen(const foretrail::SeriesQuery &question);
    void seriesChosen(const QString &key, const QString &name);
    void chosenChanged(); ///< see chosen()

protected:
    void changeEvent(QEvent *event) override;

private:
    QComboBox *addCombo(const QString &name);
    void fillQuestion();
    void fillOrders();
    void showCount();
    void showFound();
    void onChosen();
    void onCurrent(const QModelIndex &index);

    SeriesListModel m_model;
    SeriesQuery m_question;
    DataSummary m_summary;
    QComboBox *m_measure;
    QComboBox *m_by;
    QComboBox *m_step;
    QComboBox *m_order;
    QLineEdit *m_search;
    QListView *m_view;
    QLabel *m_none; ///< in place of the list where the search finds nothing
    QString m_key; ///< chosen last; comes back when a search shows it again
    bool m_isSelecting = false; ///< the selection follows the program, not a person
};

/// The question itself where the data answers it, else the nearest one it does answer.
SeriesQuery answerable(SeriesQuery question, const DataSummary &summary);

} // namespace foretrail
