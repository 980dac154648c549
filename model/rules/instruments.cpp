#include "model/rules/instruments.h"

#include "model/core/contracts.h"

namespace cantiere {

InstitutionRole owner(Instrument instrument) {
    switch (instrument) {
        case Instrument::orientation:
        case Instrument::skills_assessment:
        case Instrument::internship:
        case Instrument::subsidised_hire:
            return InstitutionRole::employment_office;
        case Instrument::vocational_training:
            return InstitutionRole::training_agency;
        case Instrument::counselling:
        case Instrument::relational_training:
        case Instrument::safety_refuge:
            return InstitutionRole::third_sector;
        case Instrument::coop_b_placement:
            return InstitutionRole::social_cooperative;
        case Instrument::language:
        case Instrument::job_tutor:
        case Instrument::childcare:
            return InstitutionRole::municipal_social_service;
        case Instrument::supported_housing:
            return InstitutionRole::housing_agency;
        case Instrument::rent_guarantee:
        case Instrument::microcredit:
            return InstitutionRole::bank_or_foundation;
        case Instrument::transport_voucher:
            return InstitutionRole::transport_company;
        case Instrument::aids:
        case Instrument::health_path:
            return InstitutionRole::health_authority_service;
        case Instrument::count:
            break;
    }
    expects(false, "an instrument of the catalogue has an owner");
    return InstitutionRole::count;
}

bool is_main_step(Instrument instrument) {
    switch (instrument) {
        case Instrument::orientation:
        case Instrument::counselling:
        case Instrument::skills_assessment:
        case Instrument::relational_training:
        case Instrument::vocational_training:
        case Instrument::language:
        case Instrument::internship:
        case Instrument::subsidised_hire:
        case Instrument::coop_b_placement:
        case Instrument::microcredit:
            return true;
        default:
            return false;
    }
}

bool is_course(Instrument instrument) {
    return instrument == Instrument::vocational_training ||
           instrument == Instrument::relational_training || instrument == Instrument::language;
}

bool counts_as_served(Instrument instrument) {
    return instrument != Instrument::orientation && instrument != Instrument::skills_assessment &&
           instrument != Instrument::count;
}

}  // namespace cantiere
