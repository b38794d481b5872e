#pragma once

#include "core/data/ImportGroup.h"
#include "ui/models/FindingRowsModel.h"
#include "ui/models/FindingsModel.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace foretrail {

class FilterLine;
class HeadlineNumber;

/// What is odd about the data of one import, or of the whole workspace: numbers, findings, the rows behind each, and where to
/// look further. The facts are read when the view comes on screen, or ahead of that.
class QualityView : public QWidget {
    Q_OBJECT
public:
    explicit QualityView(AppSession &session, QWidget *parent = nullptr);
    void show(const ImportGroup &group);
    /// Rows came or went: what was found may be wrong now.
    void markStale();
    void focusFindings();
    void lookAhead(); ///< reads now, so that others can say how much was found
    /// How many findings the shown import has; nothing while that is not known.
    std::optional<int> count() const;

Q_SIGNALS:
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeFindings();
    QWidget *makeRows();
    void connectAll();
    bool isOfWorkspace() const;
    void read();
    void readNow();
    void showFound();
    void showNumbers();
    int currentFinding() const; ///< its row in m_findings; -1: none
    void showFinding();
    void showButtons(const Finding &finding);
    void goToSeries();
    void prepare();
    QString seriesOf(const Finding &finding) const;
    void selectSeries(const Finding &finding);
    void exportFindings();
    void retranslate();
    QString emptyText() const;

    AppSession &m_session;
    LatestJob m_assessing;
    FindingsModel m_findings;
    FindingRowsModel m_rows;
    QPushButton *m_ofImport;
    QPushButton *m_ofWorkspace;
    QPushButton *m_export;
    QWidget *m_numbers;
    HeadlineNumber *m_rowCount;
    HeadlineNumber *m_span;
    HeadlineNumber *m_users;
    HeadlineNumber *m_items;
    HeadlineNumber *m_series;
    QTableView *m_table;
    QLabel *m_step;
    QPushButton *m_go;
    QPushButton *m_prepare;
    QLabel *m_rowsTitle;
    FilterLine *m_rowsFilter;
    QTableView *m_rowsTable;
    QLabel *m_empty;
    QStackedLayout *m_stack;
    ImportGroup m_imports;
    QualityReport m_found;
    bool m_isStale = true;
    QString m_problem;
};

} // namespace foretrail
