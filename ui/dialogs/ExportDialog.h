#pragma once

#include "core/jobs/JobRunner.h"
#include "ui/report/ExportPack.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace foretrail {

/// What of a forecast is exported, how large its picture is and where the files go, with a preview. Remembers the last choice.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `name`: suggested for the files; `span`: the part of the chart that is seen.
    ExportDialog(AppSession &session, std::shared_ptr<const ShownForecast> shown, ChartSpan span, const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const foretrail::ExportChoice &choice);

protected:
    void accept() override;

private:
    QWidget *makeChoices();
    QLayout *makeSizes();
    QLayout *makePlace();
    void fill(const ExportChoice &choice);
    ExportChoice choice() const;
    void takePreset();
    void showSize();    ///< which preset it is, and how many dots
    void check();
    void preview();
    void chooseFolder();

    AppSession &m_session;
    const std::shared_ptr<const ShownForecast> m_shown;
    const ChartSpan m_span;
    LatestJob m_previewJob;
    QList<QCheckBox *> m_formats; ///< in the order of ExportChoice::allFormats()
    QCheckBox *m_copiesPicture;
    QCheckBox *m_copiesNumbers;
    QCheckBox *m_report;
    QComboBox *m_preset;
    QDoubleSpinBox *m_width;
    QDoubleSpinBox *m_height;
    QSpinBox *m_dpi;
    QLabel *m_dots;
    QLineEdit *m_folder;
    QLineEdit *m_name;
    QLabel *m_preview;
    QPushButton *m_go;
};

} // namespace foretrail
